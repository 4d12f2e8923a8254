import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { Button } from '#components/ui/Button.tsx'
import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import { readUnsubscribeLink } from '#lib/signatures/unsubscribe-link.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'

export const generateMetadata = unlistedPage(messages => messages.unsubscribe.title)

/** Where the last link of a broadcast leads: the button stops them, opening does not. */
export default async function UnsubscribePage({
  params,
  searchParams,
}: PageProps<'/[locale]/unsubscribe'>) {
  const locale = await knownLocale(params)
  const query = await searchParams
  const id = readUnsubscribeLink(query)
  if (!id) redirect(`/${locale}/unsubscribe/not-valid`)
  const token = readMailedToken(query) ?? ''
  const { unsubscribe: words } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path={`/unsubscribe?id=${id}&token=${token}`} hasSigned>
      <OutcomePanel title={words.title} lead={words.lead} pulse="none">
        <form action={`/${locale}/unsubscribe/send`} method="post">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="token" value={token} />
          <Button type="submit">{words.button}</Button>
        </form>
      </OutcomePanel>
    </CampaignPage>
  )
}
