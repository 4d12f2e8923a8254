import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { makePool } from '#lib/database/pool.ts'
import { measureSite } from '#lib/jobs/measure-site.ts'
import { countRequest } from '#lib/monitoring/count-request.ts'
import { measureProcess } from '#lib/monitoring/measure-process.ts'
import { registry } from '#lib/monitoring/metrics.ts'
import { combineMetrics, readOwnMetrics } from '#lib/monitoring/scrape.ts'

const FOLDER = 'docs/monitoring'
const NAME = /open_letter_[a-z_]+/g

let known: string[]

beforeAll(() => {
  measureProcess()
  measureSite()
  makePool(undefined)
  known = [...registry.getMetricsAsArray().map(({ name }) => name), 'open_letter_up'].sort()
})

const namesIn = (text: string) => [
  ...new Set([...text.matchAll(NAME)].map(([name]) => name.replace(/_bucket$/, ''))),
]

test.each(['dashboard.json', 'alerts.yaml'])('%s names no metric that is not there', file => {
  const named = namesIn(readFileSync(`${FOLDER}/${file}`, 'utf8'))
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter(name => !known.includes(name))).toEqual([])
})

test('the page and the dashboard have every metric', () => {
  const page = readFileSync(`${FOLDER}/README.md`, 'utf8')
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name)
  expect(rows.sort()).toEqual(known)
  const dashboard = namesIn(readFileSync(`${FOLDER}/dashboard.json`, 'utf8'))
  expect(dashboard.sort()).toEqual(known)
})

test('the alerts are rules as Prometheus reads them, each with a sentence', () => {
  const rule = z.strictObject({
    alert: z.string(),
    expr: z.string(),
    for: z
      .string()
      .regex(/^\d+[smh]$/)
      .optional(),
    labels: z.strictObject({ severity: z.enum(['page', 'warn']) }),
    annotations: z.strictObject({ summary: z.string().endsWith('.') }),
  })
  const file = z.strictObject({
    groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule) })),
  })
  const { groups } = file.parse(parse(readFileSync(`${FOLDER}/alerts.yaml`, 'utf8')))
  expect(groups[0]?.rules.map(({ alert }) => alert)).toContain('SignaturesCannotBeKept')
})

describe('a scrape of two processes', () => {
  test('adds up what they count, and tells apart what belongs to one', async () => {
    const own = [
      metric('open_letter_mails_total', 'counter', 2),
      metric('open_letter_process_resident_memory_bytes', 'gauge', 100),
    ]
    const text = await combineMetrics([
      { process: 'web-1', metrics: own },
      { process: 'web-2', metrics: own },
      { process: 'worker', metrics: null },
    ])
    expect(text).toContain('open_letter_mails_total 4\n')
    expect(text).toContain('open_letter_process_resident_memory_bytes{process="web-1"} 100\n')
    expect(text).toContain('open_letter_process_resident_memory_bytes{process="web-2"} 100\n')
    expect(text).toContain('open_letter_up{process="web-2"} 1\n')
    expect(text).toContain('open_letter_up{process="worker"} 0\n')
  })

  test('shows requests by route and status, and their times', async () => {
    countRequest('/[locale]', 200, 0.004)
    countRequest('/[locale]', 200, 0.3)
    countRequest('/[locale]', 503, 2)
    const requests = (await readOwnMetrics()).filter(({ name }) => name.includes('_http_'))
    const text = await combineMetrics([{ process: 'web-1', metrics: requests }])
    expect(text).toContain('open_letter_http_requests_total{route="/[locale]",status="200"} 2\n')
    expect(text).toContain('open_letter_http_requests_total{route="/[locale]",status="503"} 1\n')
    expect(text).toContain(
      'open_letter_http_request_seconds_bucket{le="0.005",route="/[locale]"} 1',
    )
    expect(text).toContain('open_letter_http_request_seconds_count{route="/[locale]"} 3')
  })
})

function metric(name: string, type: string, value: number) {
  return { name, type, help: name, aggregator: 'sum', values: [{ value, labels: {} }] }
}
