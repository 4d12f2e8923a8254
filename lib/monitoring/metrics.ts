import {
  Counter,
  type CounterConfiguration,
  Gauge,
  type GaugeConfiguration,
  Histogram,
  Registry,
} from 'prom-client'
import { processSingleton } from '#lib/process/process-singleton.ts'

/**
 * The metrics of this process. Every name begins with `open_letter_`; those of `open_letter_process_` belong to one
 * process, and the primary says to which. No label holds what somebody typed: routes, states and codes of ours.
 */
export const registry = processSingleton('metrics', () => new Registry())

/** Seconds; /fr from memory takes less than one of a thousand, a form some hundredths. */
const REQUEST_SECONDS = [0.005, 0.02, 0.05, 0.15, 0.5, 1, 5, 15]

export const requests = counter({
  name: 'open_letter_http_requests_total',
  help: 'Requests that were answered, by route and status.',
  labelNames: ['route', 'status'],
})

export const requestSeconds = processSingleton(
  'metric request seconds',
  () =>
    new Histogram({
      name: 'open_letter_http_request_seconds',
      help: 'Time from the head of a request to the end of its answer, by route.',
      labelNames: ['route'],
      buckets: REQUEST_SECONDS,
      registers: [registry],
    }),
)

export const mails = counter({
  name: 'open_letter_mails_total',
  help: 'Mails of which the provider has said something, by result: sent, refused, or a failed call.',
  labelNames: ['result'],
})

export const jobRounds = counter({
  name: 'open_letter_job_rounds_total',
  help: 'Rounds of each loop of the worker, by result: ok or failed.',
  labelNames: ['job', 'result'],
})

export const jobLastRound = gauge({
  name: 'open_letter_job_last_success_timestamp_seconds',
  help: 'When a loop of the worker last ended a round well.',
  labelNames: ['job'],
  aggregator: 'max',
})

/**
 * A counter. With `collect` it shows what is counted elsewhere at the moment of a scrape.
 */
export function counter<Label extends string>(settings: CounterConfiguration<Label>) {
  return processSingleton(
    `metric ${settings.name}`,
    () => new Counter({ ...settings, registers: [registry] }),
  )
}

/** A gauge; `collect` sets it at the moment of a scrape. */
export function gauge<Label extends string>(settings: GaugeConfiguration<Label>) {
  return processSingleton(
    `metric ${settings.name}`,
    () => new Gauge({ ...settings, registers: [registry] }),
  )
}
