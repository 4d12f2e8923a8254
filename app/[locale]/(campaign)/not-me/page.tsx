import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import { isRejectLinkReady } from '#lib/signatures/reject-request.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'

export const generateMetadata = unlistedPage(messages => messages.notMe.title)

/** Where the second link of a confirmation mail leads: the button erases, opening does not. */
export default async function NotMePage({ params, searchParams }: PageProps<'/[locale]/not-me'>) {
  const locale = await knownLocale(params)
  const token = readMailedToken(await searchParams)
  if (!(await isRejectLinkReady(token))) redirect(`/${locale}/not-me/not-valid`)
  const { notMe: words } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path={`/not-me?token=${token}`}>
      <OutcomePanel title={words.title} lead={words.lead} pulse="flat">
        <form action={`/${locale}/not-me/send`} method="post">
          <input type="hidden" name="token" value={token ?? ''} />
          <Checkbox id="no-mail" name="noMail" label={words.noMail} hint={words.noMailNote} />
          <Button type="submit">{words.button}</Button>
        </form>
      </OutcomePanel>
    </CampaignPage>
  )
}
