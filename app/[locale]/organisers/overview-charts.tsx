import type { DateTimeFormatOptions } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { type Bar, BarChart } from '#components/charts/BarChart.tsx'
import { Panel } from '#components/organisers/overview/Panel.tsx'
import type { Metrics } from '#lib/overview/metrics.ts'
import { formatterIn } from './formatter.ts'

type ChartsProps = { locale: string; metrics: Metrics }

/** Signatures over time: by hour for two days, by day for the whole campaign. */
export async function OverviewCharts({ locale, metrics }: ChartsProps) {
  const [{ organisers }, t, format] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.overview' }),
    formatterIn(locale),
  ])
  const words = organisers.overview
  const formatCount = (count: number) => format.number(count)
  const formatted = (moment: string, options: DateTimeFormatOptions) =>
    format.dateTime(new Date(moment), options)
  const hours = metrics.hours.map(({ start, signatures }) => ({
    name: formatted(start, HOUR),
    value: signatures,
  }))
  const days = metrics.days.map(({ day, signatures }) => ({
    name: formatted(day, { dateStyle: 'long', timeZone: 'UTC' }),
    value: signatures,
  }))
  const most = (bars: Bar[]) => {
    const highest = bars.reduce<Bar | null>(
      (best, bar) => (bar.value > (best?.value ?? 0) ? bar : best),
      null,
    )
    return highest
      ? t('most', { count: formatCount(highest.value), when: highest.name })
      : words.nothingYet
  }
  const shared = { formatCount, words: { ...words, when: words.when } }
  return (
    <>
      <Panel id="by-day" title={words.byDay} lead={most(days)} isWide>
        {days.length > 0 && (
          <BarChart
            {...shared}
            label={`${words.byDay}. ${most(days)}`}
            bars={days}
            axis={axisOf(metrics.days.map(({ day }) => day)).map(day =>
              formatted(day, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
            )}
          />
        )}
      </Panel>
      <Panel id="by-hour" title={words.byHour} lead={most(hours)} isWide>
        <BarChart
          {...shared}
          label={`${words.byHour}. ${most(hours)}`}
          bars={hours}
          axis={axisOf(metrics.hours.map(({ start }) => start)).map(start =>
            formatted(start, { weekday: 'short', hour: 'numeric', minute: '2-digit' }),
          )}
        />
      </Panel>
    </>
  )
}

const HOUR = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
} as const

/** The first, the middle and the last. */
function axisOf(moments: string[]) {
  const middle = moments[Math.floor((moments.length - 1) / 2)]
  const three = [moments[0], middle, moments.at(-1)]
  return [...new Set(three.filter(moment => moment !== undefined))]
}
