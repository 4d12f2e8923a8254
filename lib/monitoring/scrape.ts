import { AggregatorRegistry } from 'prom-client'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { registry } from './metrics.ts'

/** The metrics of one process as values, which travel between processes. */
export type OwnMetrics = {
  name: string
  help: string
  type: string
  aggregator: string
  values: { value: number; labels: Record<string, string | number>; metricName?: string }[]
}[]

/** The text format of Prometheus (its documentation, “Exposition formats”). */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

const OF_ONE_PROCESS = /^open_letter_process_/

/** How a scrape is answered: by this process alone, unless whoever starts several says how to ask all of them. */
export const scraping = processSingleton('scraping', () => ({
  scrape: async () => combineMetrics([{ process: 'alone', metrics: await readOwnMetrics() }]),
}))

/** The metrics of this process. */
export async function readOwnMetrics(): Promise<OwnMetrics> {
  // Their type says a number where the library has a word.
  return (await registry.getMetricsAsJSON()) as unknown as OwnMetrics
}

/**
 * The metrics of all processes as one text in the format of Prometheus: counts are added up, what belongs to one
 * process gets its name as a label. A process that did not answer is down.
 */
export function combineMetrics(all: { process: string; metrics: OwnMetrics | null }[]) {
  const answered = all.map(({ process, metrics }) => [
    ...(metrics ?? []).map(metric => nameProcess(metric, process)),
    upMetric(process, metrics !== null),
  ])
  return AggregatorRegistry.aggregate(answered).metrics()
}

function nameProcess(metric: OwnMetrics[number], process: string) {
  if (!OF_ONE_PROCESS.test(metric.name)) return metric
  const values = metric.values.map(value => ({ ...value, labels: { ...value.labels, process } }))
  return { ...metric, values }
}

function upMetric(process: string, isUp: boolean) {
  const value = { value: Number(isUp), labels: { process } }
  const help = 'Whether a process of the site answered the scrape.'
  return { name: 'open_letter_up', help, type: 'gauge', aggregator: 'sum', values: [value] }
}
