import { getTranslations } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { Button } from '#components/ui/Button.tsx'
import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import { SIGNATORY_SESSION_LIFETIME_MINUTES } from '#lib/signatures/self-service/signatory-session.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'

export const generateMetadata = unlistedPage(messages => messages.selfService.open.title)

/** Where the mail's link leads: opening it uses nothing up, the button does. */
export default async function OpenOwnSignaturePage({
  params,
  searchParams,
}: PageProps<'/[locale]/my-signature/open'>) {
  const locale = await knownLocale(params)
  const token = readMailedToken(await searchParams) ?? ''
  const t = await getTranslations({ locale, namespace: 'selfService.open' })
  const lead = t('lead', { minutes: SIGNATORY_SESSION_LIFETIME_MINUTES })
  return (
    <CampaignPage locale={locale} path={`/my-signature/open?token=${token}`} hasSigned>
      <OutcomePanel title={t('title')} lead={lead} pulse="none">
        <form action={`/${locale}/my-signature/open/send`} method="post">
          <input type="hidden" name="token" value={token} />
          <Button type="submit">{t('button')}</Button>
        </form>
      </OutcomePanel>
    </CampaignPage>
  )
}
