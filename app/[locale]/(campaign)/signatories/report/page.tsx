import { notFound } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/Button.tsx'
import { Choice } from '#components/ui/Choice.tsx'
import { Page } from '#components/ui/Page.tsx'
import { headlineOf } from '#lib/signatures/public-signatory.ts'
import { REPORT_REASONS, readReportableName } from '#lib/signatures/trust/report-name.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'

export const generateMetadata = unlistedPage(messages => messages.report.title)

/** A reader says what is wrong with a name on the list. */
export default async function ReportPage({
  params,
  searchParams,
}: PageProps<'/[locale]/signatories/report'>) {
  const locale = await knownLocale(params)
  const signatory = await readReportableName((await searchParams).id)
  if (!signatory) notFound()
  const [{ report: words }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'report' }),
  ])
  const name = headlineOf(signatory)
  return (
    <CampaignPage locale={locale} path={`/signatories/report?id=${signatory.id}`}>
      <Page title={words.title} lead={t('lead', { name })}>
        <form action={`/${locale}/signatories/report/send`} method="post">
          <input type="hidden" name="id" value={signatory.id} />
          <Choice
            id="report-reason"
            name="reason"
            legend={words.reason}
            answers={REPORT_REASONS.map(value => ({ value, label: words.reasons[value] }))}
          />
          <p>{words.after}</p>
          <Button type="submit">{words.button}</Button>
        </form>
      </Page>
    </CampaignPage>
  )
}
