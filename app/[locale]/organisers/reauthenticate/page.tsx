import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { PasskeyButton } from '#components/organisers/sign-in/PasskeyButton.tsx'
import { ShortForm } from '#components/ui/ShortForm.tsx'
import { isFresh } from '#lib/organisers/sessions/read-session.ts'
import { safeReturnPath } from '#lib/organisers/sign-in/safe-return-path.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { currentSession } from '../access.ts'
import { AuthPage } from '../auth-page.tsx'
import { askForPasskeyAction, passkeyAction, reauthenticateAction } from '../sign-in/actions.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.reauthenticate.title)

/** Reauthentication by the second factor, before exports, bulk actions, people and the campaign's state. */
export default async function ReauthenticatePage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/reauthenticate'>) {
  const locale = await knownLocale(params)
  const asked = await searchParams
  const back = safeReturnPath(asked.back, locale)
  const session = await currentSession()
  if (!session?.secondFactorAt) redirect(`/${locale}/organisers/sign-in`)
  if (isFresh(session)) redirect(back)
  const {
    reauthenticate: words,
    secondFactor,
    auth,
    passkey,
  } = (await getMessages({ locale })).organisers
  return (
    <AuthPage
      locale={locale}
      path={`/organisers/reauthenticate?back=${encodeURIComponent(back)}`}
      title={words.title}
      lead={words.lead}
      note={asked.lost ? auth.lost : undefined}
    >
      <ShortForm
        id="again"
        action={reauthenticateAction.bind(null, locale, back)}
        fields={[
          {
            name: 'code',
            label: auth.code,
            hint: secondFactor.hint,
            autoComplete: 'one-time-code',
          },
        ]}
        button={words.button}
      />
      <PasskeyButton
        ceremony="show"
        begin={askForPasskeyAction}
        finish={passkeyAction.bind(null, locale, back)}
        words={{ ...passkey, label: passkey.use }}
      />
    </AuthPage>
  )
}
