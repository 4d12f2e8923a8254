import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { RecoveryCodes } from '#components/organisers/sign-in/RecoveryCodes.tsx'
import { readNewRecoveryCodes } from '#lib/organisers/sign-in/recovery-codes.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay, requestHeaders } from '../access.ts'
import { AuthPage } from '../auth-page.tsx'
import { keepCodesAction } from '../sign-in/actions.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.codes.title)

/** New recovery codes, until their organiser says that she keeps them. */
export default async function RecoveryCodesPage({
  params,
}: PageProps<'/[locale]/organisers/recovery-codes'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('own-account', locale, { fresh: true })
  const codes = await readNewRecoveryCodes(organiser.id, await requestHeaders())
  if (!codes) redirect(`/${locale}/organisers`)
  const { codes: words, copy } = (await getMessages({ locale })).organisers
  return (
    <AuthPage
      locale={locale}
      path="/organisers/recovery-codes"
      title={words.title}
      lead={words.lead}
    >
      <RecoveryCodes
        codes={codes}
        keep={keepCodesAction.bind(null, locale)}
        words={words}
        copy={copy}
      />
    </AuthPage>
  )
}
