import { setTimeout as wait } from 'node:timers/promises'
import { type Row, tenths } from '../table.ts'
import { cpuByProgram } from './cpu.ts'
import { findRate, isKept } from './find-rate.ts'
import { formatCpu, formatResult } from './format-results.ts'
import { killAtRandom } from './kills.ts'
import { watchMemory } from './memory.ts'
import type { SurgeOptions } from './options.ts'
import type { Plan, SurgeResult } from './plan.ts'
import { startBareServer } from './start-bare.ts'
import type { Generator } from './start-generator.ts'
import type { SurgeSite } from './start-surge-site.ts'
import { untruthsOf } from './truth.ts'

const TRY = { seconds: 20, warmUpSeconds: 6 }
const WARM_UP_SECONDS = 10
const REST_MINUTES = 5
const MINUTE_MS = 60_000

/** The surge on the bare server, then on the site: its highest rate, and that held, with all that must be true. */
export async function measureSurge(site: SurgeSite, generator: Generator, options: SurgeOptions) {
  const memory = watchMemory(site, site.dataFolder)
  const bare = options.rate === null ? await measureBare(site, generator) : null
  const rate = options.rate ?? (await findRate(tryAt(generator, planFor(site))))
  const held = await hold(site, generator, options, rate)
  // Memory shall return after the surge: whoever measures less than five minutes does not wait for it.
  const isLong = options.minutes >= REST_MINUTES
  if (isLong) await wait(REST_MINUTES * MINUTE_MS)
  const later = isLong ? `${REST_MINUTES} minutes later` : 'at once after it'
  const remembered = memory.rows(later)
  const steps = await generator.steps(planFor(site), site)
  const rows = [...(bare ? besideBare(rate, bare) : []), ...held, ...remembered, ...steps]
  return { rate, rows }
}

async function measureBare(site: SurgeSite, generator: Generator) {
  const plan = planFor(site)
  const link = await generator.link({ ...plan, run: 'sample' })
  const host = new URL(site.siteUrl).host
  const bare = await startBareServer({ url: site.url, host }, link, site.databaseUrl)
  try {
    const onBare = { ...plan, url: bare.url, linkComesBy: 'answer' } as const
    return await findRate(tryAt(generator, onBare))
  } finally {
    bare.stop()
  }
}

function besideBare(rate: number, bare: number): Row[] {
  return [
    ['chains on a bare server, the highest rate', `${tenths(bare)}/s`],
    [
      'chains on the site, the highest rate',
      `${tenths(rate)}/s: ${(rate / bare).toFixed(2)} of it`,
    ],
  ]
}

async function hold(
  site: SurgeSite,
  generator: Generator,
  options: SurgeOptions,
  perSecond: number,
) {
  const { minutes, kills } = options
  const mayBreak = kills > 0
  const run = newRun()
  const crowd = {
    perSecond,
    seconds: minutes * 60,
    warmUpSeconds: Math.min(WARM_UP_SECONDS, minutes * 15),
  }
  const before = cpuByProgram(site.pid, site.dataFolder)
  const [result, killed] = await Promise.all([
    generator.surge({ ...planFor(site), ...crowd, run, mayBreak }),
    killAtRandom(site.pid, kills, minutes * 60),
  ])
  const after = cpuByProgram(site.pid, site.dataFolder)
  const untruths = await untruthsOf(result, { ...site, run, mayBreak })
  const verdict = isKept(result) ? 'kept' : 'NOT kept'
  return [
    [`chains on the site, held for ${tenths(minutes)} minutes: ${verdict}`, formatResult(result)],
    [
      'as many rows and mails as accepted, none twice, the tally as counted',
      formatTruth(result, untruths),
    ],
    formatCpu(before, after, result),
    ...killed,
  ] satisfies Row[]
}

function formatTruth({ accepted, broken }: SurgeResult, untruths: string[]) {
  const cutOff = broken > 0 ? `, ${broken} connections broke` : ''
  return `${accepted.length} accepted: ${untruths.length === 0 ? 'all true' : untruths.join('; ')}${cutOff}`
}

/** Tries a rate for a short while, and says on the terminal how it went. */
function tryAt(generator: Generator, plan: Plan) {
  return async (perSecond: number) => {
    const result = await generator.surge({ ...plan, ...TRY, run: newRun(), perSecond })
    const odd = Object.keys(result.odd).length > 0 ? `; odd: ${JSON.stringify(result.odd)}` : ''
    console.log(`${isKept(result) ? 'kept' : 'not kept'}: ${formatResult(result)}${odd}`)
    return isKept(result)
  }
}

function planFor({ url, siteUrl }: SurgeSite): Plan {
  return { url, siteUrl, run: newRun(), perSecond: 1, linkComesBy: 'mail', ...TRY }
}

let runs = 0

/** Tells the people of one run from those of all others. */
function newRun() {
  runs += 1
  return `${Date.now().toString(36)}x${runs}`
}
