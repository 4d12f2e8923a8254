import { getMessages } from 'next-intl/server'
import { ShortForm } from '#components/ui/ShortForm.tsx'
import { safeReturnPath } from '#lib/organisers/sign-in/safe-return-path.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { AuthPage } from '../auth-page.tsx'
import { secondFactorAction } from '../sign-in/actions.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.secondFactor.title)

/** The code after the password. It says nothing of who typed it. */
export default async function SecondFactorPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/second-factor'>) {
  const locale = await knownLocale(params)
  const back = safeReturnPath((await searchParams).back, locale)
  const { secondFactor: words, auth } = (await getMessages({ locale })).organisers
  return (
    <AuthPage
      locale={locale}
      path={`/organisers/second-factor?back=${encodeURIComponent(back)}`}
      title={words.title}
      lead={words.lead}
    >
      <ShortForm
        id="second-factor"
        action={secondFactorAction.bind(null, locale, back)}
        fields={[
          { name: 'code', label: auth.code, hint: words.hint, autoComplete: 'one-time-code' },
        ]}
        button={words.button}
      />
    </AuthPage>
  )
}
