import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { PasskeyButton } from '#components/organisers/sign-in/PasskeyButton.tsx'
import { ShortForm } from '#components/ui/ShortForm.tsx'
import { safeReturnPath } from '#lib/organisers/sign-in/safe-return-path.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { currentSession } from '../access.ts'
import { AuthPage } from '../auth-page.tsx'
import { askForPasskeyAction, passkeyAction, signInAction } from './actions.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.signIn.title)

/** Address and password, or a passkey. Who is signed in already goes on. */
export default async function SignInPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/sign-in'>) {
  const locale = await knownLocale(params)
  const asked = await searchParams
  const back = safeReturnPath(asked.back, locale)
  if ((await currentSession())?.secondFactorAt) redirect(back)
  const { signIn: words, auth, passkey } = (await getMessages({ locale })).organisers
  return (
    <AuthPage
      locale={locale}
      path={`/organisers/sign-in?back=${encodeURIComponent(back)}`}
      title={words.title}
      lead={words.lead}
      note={asked.lost ? auth.lost : undefined}
    >
      <ShortForm
        id="sign-in"
        action={signInAction.bind(null, locale, back)}
        fields={[
          {
            name: 'email',
            label: auth.email,
            type: 'email',
            inputMode: 'email',
            autoComplete: 'username',
          },
          {
            name: 'password',
            label: auth.password,
            type: 'password',
            autoComplete: 'current-password',
          },
        ]}
        button={words.button}
      />
      <PasskeyButton
        ceremony="show"
        begin={askForPasskeyAction}
        finish={passkeyAction.bind(null, locale, back)}
        words={{ ...passkey, label: passkey.use, hint: passkey.useHint }}
      />
      <p>{words.help}</p>
    </AuthPage>
  )
}
