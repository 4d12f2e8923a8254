import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { Button } from '#components/ui/Button.tsx'
import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import { findAddressChange } from '#lib/signatures/self-service/address-change.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'

export const generateMetadata = unlistedPage(messages => messages.selfService.address.confirm.title)

/** Where both mails of a change lead: opening it changes nothing. The new address learns nothing of the former one. */
export default async function ConfirmAddressPage({
  params,
  searchParams,
}: PageProps<'/[locale]/my-signature/address'>) {
  const locale = await knownLocale(params)
  const token = readMailedToken(await searchParams) ?? ''
  const found = await findAddressChange(token)
  if (!found) redirect(`/${locale}/my-signature/address-not-valid`)
  const { confirm: words } = (await getMessages({ locale })).selfService.address
  return (
    <CampaignPage locale={locale} path={`/my-signature/address?token=${token}`} hasSigned>
      <OutcomePanel title={words.title} lead={words[found.side]} pulse="none">
        <p>
          <strong>
            <bdi>{found.change.email}</bdi>
          </strong>
        </p>
        <form action={`/${locale}/my-signature/address/send`} method="post">
          <input type="hidden" name="token" value={token} />
          <Button type="submit">{words.button}</Button>
        </form>
      </OutcomePanel>
    </CampaignPage>
  )
}
