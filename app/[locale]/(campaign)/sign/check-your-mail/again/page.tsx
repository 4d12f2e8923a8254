import { unlistedPage } from '../../../../page-metadata.ts'
import { knownLocale } from '../../../known-locale.ts'
import { CheckMailPage } from '../../check-mail-page.tsx'
import { shownAddress } from '../../shown-address.ts'

export const generateMetadata = unlistedPage(messages => messages.checkMail.title)

/** What follows "send the message again": the same whether one goes or not. */
export default async function CheckYourMailAgainPage({
  params,
}: PageProps<'/[locale]/sign/check-your-mail/again'>) {
  const locale = await knownLocale(params)
  return <CheckMailPage locale={locale} address={await shownAddress()} isAgain />
}
