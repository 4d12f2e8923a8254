import { redirect } from 'next/navigation'
import { suggestDomain } from '#lib/signatures/suggest-domain.ts'
import { unlistedPage } from '../../../../page-metadata.ts'
import { knownLocale } from '../../../known-locale.ts'
import { CheckMailPage } from '../../check-mail-page.tsx'
import { shownAddress } from '../../shown-address.ts'

export const generateMetadata = unlistedPage(messages => messages.checkMail.title)

/** The same for whoever typed a mail domain that looks mistaken: it stands in the address, and is asked about. */
export default async function CheckMistakenMailPage({
  params,
}: PageProps<'/[locale]/sign/check-your-mail/[typed]'>) {
  const locale = await knownLocale(params)
  const typed = (await params).typed.toLowerCase()
  const meant = suggestDomain(typed)
  if (!meant) redirect(`/${locale}/sign/check-your-mail`)
  const suggestion = { typed, meant }
  return <CheckMailPage locale={locale} address={await shownAddress()} suggestion={suggestion} />
}
