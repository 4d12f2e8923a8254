import { unlistedPage } from '../../../page-metadata.ts'
import { knownLocale } from '../../known-locale.ts'
import { CheckMailPage } from '../check-mail-page.tsx'
import { shownAddress } from '../shown-address.ts'

export const generateMetadata = unlistedPage(messages => messages.checkMail.title)

/** What follows signing, for whoever typed an address in which nothing looks mistaken. */
export default async function CheckYourMailPage({
  params,
}: PageProps<'/[locale]/sign/check-your-mail'>) {
  const locale = await knownLocale(params)
  return <CheckMailPage locale={locale} address={await shownAddress()} />
}
