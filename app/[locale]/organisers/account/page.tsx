import { getMessages, getTranslations } from 'next-intl/server'
import { PasskeyList } from '#components/organisers/account/PasskeyList.tsx'
import { SessionList } from '#components/organisers/account/SessionList.tsx'
import { Notice } from '#components/organisers/common/Notice.tsx'
import work from '#components/organisers/common/Work.module.css'
import { PasskeyButton } from '#components/organisers/sign-in/PasskeyButton.tsx'
import { Button } from '#components/ui/Button.tsx'
import { ShortForm } from '#components/ui/ShortForm.tsx'
import { listSessions } from '#lib/organisers/sessions/list-sessions.ts'
import { listPasskeys } from '#lib/organisers/sign-in/passkeys.ts'
import { countRecoveryCodes, readNewRecoveryCodes } from '#lib/organisers/sign-in/recovery-codes.ts'
import { formatDay } from '#lib/text/messages.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { currentSession, organiserWhoMay, requestHeaders } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { describeSession } from '../describe-session.ts'
import {
  addPasskeyAction,
  askForAddressAction,
  beginPasskeyAction,
  changePasswordAction,
  endOtherSessionsAction,
  endSessionAction,
  removePasskeyAction,
  renewCodesAction,
} from './actions.ts'
import { MailWishes } from './mail-wishes.tsx'
import { NameSection } from './name-section.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.account.title)

/** One's own password, second factors and sessions. */
export default async function AccountPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/account'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('own-account', locale, { fresh: true })
  const query = await searchParams
  const { account: words, join, passkey, roles } = (await getMessages({ locale })).organisers
  const t = await getTranslations({ locale, namespace: 'organisers.account' })
  const [session, sessions, passkeys, codesLeft, newCodes, when] = await Promise.all([
    currentSession(),
    listSessions(organiser.id),
    listPasskeys(organiser.id),
    countRecoveryCodes(organiser.id),
    readNewRecoveryCodes(organiser.id, await requestHeaders()),
    describeSession(locale),
  ])
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      path="/organisers/account"
      title={words.title}
      lead={t('lead', { email: organiser.email, role: roles[organiser.role] })}
    >
      <Notice code={query.notice} words={words.outcomes} />
      <NameSection locale={locale} organiser={organiser} query={query} />
      <section className={work.work}>
        <h2>{words.sessions.title}</h2>
        <p className={work.lead}>{words.sessions.lead}</p>
        <SessionList
          sessions={sessions}
          hereId={session?.id}
          end={endSessionAction.bind(null, locale)}
          describeSession={when}
          words={words.sessions}
        />
        {sessions.length > 1 && (
          <form action={endOtherSessionsAction.bind(null, locale)}>
            <Button type="submit" look="quiet">
              {words.sessions.endOthers}
            </Button>
          </form>
        )}
      </section>
      <section className={work.work}>
        <h2>{words.passkeys.title}</h2>
        <p className={work.lead}>{words.passkeys.lead}</p>
        <PasskeyList
          passkeys={passkeys.map(({ id, name, createdAt }) => ({
            id,
            name,
            added: t('passkeys.added', { day: formatDay(locale, createdAt) }),
          }))}
          remove={removePasskeyAction.bind(null, locale)}
          words={words.passkeys}
        />
        <PasskeyButton
          ceremony="make"
          begin={beginPasskeyAction.bind(null, locale)}
          finish={addPasskeyAction.bind(null, locale)}
          words={{ label: passkey.add, working: passkey.working, failed: passkey.failed }}
        />
      </section>
      <section className={work.work}>
        <h2>{words.codes.title}</h2>
        <p className={work.lead}>{t('codes.lead', { count: codesLeft })}</p>
        {newCodes && (
          <p>
            {words.codes.notKept}{' '}
            <a href={`/${locale}/organisers/recovery-codes`}>{words.codes.show}</a>
          </p>
        )}
        <ShortForm
          id="codes"
          action={renewCodesAction.bind(null, locale)}
          fields={[
            {
              name: 'password',
              label: words.password.current,
              type: 'password',
              autoComplete: 'current-password',
            },
          ]}
          button={words.codes.button}
          look="quiet"
        />
      </section>
      <section className={work.work}>
        <h2>{words.password.title}</h2>
        <p className={work.lead}>{words.password.lead}</p>
        <ShortForm
          id="password"
          action={changePasswordAction.bind(null, locale)}
          fields={[
            {
              name: 'current',
              label: words.password.current,
              type: 'password',
              autoComplete: 'current-password',
            },
            {
              name: 'password',
              label: words.password.new,
              hint: join.hint,
              type: 'password',
              autoComplete: 'new-password',
            },
          ]}
          button={words.password.button}
          look="quiet"
        />
      </section>
      <MailWishes locale={locale} organiser={organiser} />
      <section className={work.work}>
        <h2>{words.address.title}</h2>
        <p className={work.lead}>{t('address.lead', { email: organiser.email })}</p>
        <ShortForm
          id="address"
          action={askForAddressAction.bind(null, locale)}
          fields={[
            {
              name: 'email',
              label: words.address.new,
              type: 'email',
              inputMode: 'email',
              autoComplete: 'email',
            },
            {
              name: 'password',
              label: words.password.current,
              type: 'password',
              autoComplete: 'current-password',
            },
          ]}
          button={words.address.button}
          look="quiet"
        />
      </section>
    </ConsolePage>
  )
}
