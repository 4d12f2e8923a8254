import { getMessages, getTranslations } from 'next-intl/server'
import { Headline } from '#components/organisers/overview/Headline.tsx'
import { Panels } from '#components/organisers/overview/Panel.tsx'
import { readMetrics } from '#lib/overview/read-metrics.ts'
import { knownLocale } from '../(campaign)/known-locale.ts'
import { unlistedPage } from '../page-metadata.ts'
import { organiserWhoMay } from './access.ts'
import { BrakeNotices } from './brake-notices.tsx'
import { ConsolePage } from './console-page.tsx'
import { CountsNotice } from './counts-notice.tsx'
import { DatabaseFacts, DatabaseNotice } from './database-facts.tsx'
import { FirstStepsPanel } from './first-steps.tsx'
import { formatterIn } from './formatter.ts'
import { MailNotices } from './mail-notices.tsx'
import { OverviewCharts } from './overview-charts.tsx'
import { OverviewShares } from './overview-shares.tsx'
import { OverviewWaiting } from './overview-waiting.tsx'
import { RetentionSection } from './retention-section.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.title)

/** The campaign in one look. */
export default async function OverviewPage({ params }: PageProps<'/[locale]/organisers'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('watch', locale)
  const [{ organisers }, t, format, metrics] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.overview' }),
    formatterIn(locale),
    readMetrics(),
  ])
  const words = organisers.overview
  const { byStatus, conversion } = metrics
  const count = (number: number) => format.number(number)
  const share = conversion.submitted === 0 ? null : conversion.confirmed / conversion.submitted
  return (
    <ConsolePage locale={locale} organiser={organiser} section="overview">
      <BrakeNotices locale={locale} organiser={organiser} />
      <MailNotices locale={locale} room={`/${locale}/organisers/mail`} />
      <CountsNotice locale={locale} />
      <DatabaseNotice locale={locale} />
      <FirstStepsPanel locale={locale} organiser={organiser} />
      <Headline
        main={{
          name: words.confirmed,
          count: count(byStatus.confirmed),
          note: t('asOf', { time: format.dateTime(metrics.asOf, { timeStyle: 'medium' }) }),
        }}
        facts={[
          { name: words.today, count: count(metrics.confirmedToday) },
          { name: words.sevenDays, count: count(metrics.confirmedInSevenDays) },
          {
            name: words.conversion,
            count: share === null ? '–' : format.number(share, PERCENT),
            note: t('conversionNote', { days: conversion.days }),
          },
          { name: words.pending, count: count(byStatus.pending) },
          { name: words.heldAll, count: count(byStatus.held) },
          { name: words.withdrawn, count: count(byStatus.withdrawn) },
        ]}
      />
      <Panels>
        <OverviewWaiting locale={locale} organiser={organiser} />
        <OverviewCharts locale={locale} metrics={metrics} />
        <OverviewShares locale={locale} metrics={metrics} />
      </Panels>
      <RetentionSection locale={locale} />
      <DatabaseFacts locale={locale} />
    </ConsolePage>
  )
}

const PERCENT = { style: 'percent', maximumFractionDigits: 1 } as const
