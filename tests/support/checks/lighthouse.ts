import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findBrowser } from '../pages/browser.ts'
import { freePort } from '../site/free-port.ts'

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Category = (typeof CATEGORIES)[number]

/** Lighthouse's benchmark of a phone of the middle, by which Chrome's DevTools calibrate their brake. */
const INDEX_OF_A_PHONE = 1_000

/** Lighthouse's own brake, for a machine that nobody has measured: how many times slower the phone is. */
const PHONE_IS_SLOWER = 4

/** A visit by Lighthouse. */
export type Visit = {
  /** Of each category that was asked for, out of 100. */
  scores: Partial<Record<Category, number>>
  /** What costs points, and what Lighthouse says of it. */
  costly: string[]
  /** How fast this machine was, as busy as it was: Lighthouse's benchmark. */
  machineIndex: number
}

/** A browser that Lighthouse can reach: Playwright's own line to it is a pipe. */
export async function openMeasuredBrowser() {
  const port = await freePort()
  const { args = [], ...found } = await findBrowser()
  const browser = await chromium.launch({
    ...found,
    args: [...args, `--remote-debugging-port=${port}`],
  })
  return { port, close: () => browser.close() }
}

/**
 * Visits a page as Lighthouse's phone does, on a slow 4G line with a slow processor, both reckoned from
 * one visit instead of waited for.
 * @param machineIndex of the visit before: a machine that is slow, or busy, needs less of a brake to be a phone
 */
export async function visit(
  url: string,
  port: number,
  categories: readonly Category[],
  machineIndex = Number.POSITIVE_INFINITY,
): Promise<Visit> {
  const slower = Math.min(PHONE_IS_SLOWER, Math.max(1, machineIndex / INDEX_OF_A_PHONE))
  const result = await lighthouse(url, {
    port,
    logLevel: 'silent',
    onlyCategories: [...categories],
    throttlingMethod: 'simulate',
    throttling: { cpuSlowdownMultiplier: slower },
    disableFullPageScreenshot: true,
  })
  if (!result) throw new Error(`Lighthouse did not measure ${url}.`)
  const { audits, environment } = result.lhr
  const measured = Object.values(result.lhr.categories)
  return {
    scores: Object.fromEntries(
      measured.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    ),
    costly: measured
      .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
      .flatMap(({ id }) => audits[id] ?? [])
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, title, displayValue }) => `${id}: ${displayValue ?? title}`),
    machineIndex: environment.benchmarkIndex,
  }
}
