import { getMessages, getTranslations } from 'next-intl/server'
import list from '#components/organisers/account/SessionList.module.css'
import { SessionList } from '#components/organisers/account/SessionList.tsx'
import { Notice } from '#components/organisers/common/Notice.tsx'
import work from '#components/organisers/common/Work.module.css'
import { PersonCard } from '#components/organisers/people/PersonCard.tsx'
import { ShortForm } from '#components/ui/ShortForm.tsx'
import { listPeople } from '#lib/organisers/people/list-people.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { currentSession, organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { describeSession } from '../describe-session.ts'
import {
  changeRoleAction,
  endAnySessionAction,
  inviteAction,
  removeAction,
  resetAction,
} from './actions.ts'

const ROLES = ['viewer', 'moderator', 'exporter', 'owner'] as const

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.people)

/** Who may enter, as what. */
export default async function PeoplePage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/people'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('manage-people', locale)
  const { people: words, roles, account, auth } = (await getMessages({ locale })).organisers
  const t = await getTranslations({ locale, namespace: 'organisers.people' })
  const [people, session, when] = await Promise.all([
    listPeople(),
    currentSession(),
    describeSession(locale),
  ])
  return (
    <ConsolePage locale={locale} organiser={organiser} section="people" lead={words.lead}>
      <Notice code={(await searchParams).notice} words={words.outcomes} />
      <ul className={list.list}>
        {people.map(({ sessions, isInvited, hasSecondFactor, ...person }) => (
          <PersonCard
            key={person.id}
            person={{ ...person, state: hasSecondFactor ? 'in' : isInvited ? 'invited' : 'out' }}
            isSelf={person.id === organiser.id}
            changeRole={changeRoleAction.bind(null, locale)}
            remove={removeAction.bind(null, locale)}
            reset={
              <ShortForm
                id={`reset-${person.id}`}
                action={resetAction.bind(null, locale)}
                fields={[]}
                hidden={{ id: person.id }}
                button={words.reset}
                look="quiet"
              />
            }
            sessions={
              <SessionList
                sessions={sessions}
                hereId={session?.id}
                end={endAnySessionAction.bind(null, locale)}
                describeSession={when}
                words={account.sessions}
              />
            }
            sessionCount={t('sessions', { count: sessions.length })}
            words={words}
            roles={roles}
            roleLabel={t('role', { email: person.email })}
          />
        ))}
      </ul>
      <section className={work.work}>
        <h2>{words.invite.title}</h2>
        <p className={work.lead}>{words.invite.lead}</p>
        <ShortForm
          id="invite"
          action={inviteAction.bind(null, locale)}
          fields={[
            {
              name: 'email',
              label: auth.email,
              type: 'email',
              inputMode: 'email',
              autoComplete: 'off',
            },
            {
              name: 'role',
              label: words.invite.role,
              none: words.invite.choose,
              options: ROLES.map(code => ({ code, name: roles[code] })),
            },
          ]}
          button={words.invite.button}
        />
      </section>
    </ConsolePage>
  )
}
