import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type Site, startTestSite } from '../site/browser-site.ts'
import { watch } from './browser-watch.ts'

export { expect }

export interface SiteOptions {
  /** What the server may print during this test; nothing by default. */
  expectedComplaint: RegExp | undefined
  /** Names of the cookies that may be left at the end beside that of a form which waits: none by default. */
  cookiesLeft: string[]
}

interface OfTest {
  /** Fails the test that did what `watch` forbids, left a cookie or made the server complain. */
  isWatched: undefined
}

/**
 * A test with a site of its own: real server, real database, real mailbox, both empty at
 * the start of each test. One site for each worker: its tests run one after another.
 */
export const test = base.extend<OfTest & SiteOptions, { site: Site }>({
  expectedComplaint: [undefined, { option: true }],
  cookiesLeft: [[], { option: true }],
  site: [
    async ({ playwright: _ }, use) => {
      const site = await startTestSite()
      await use(site)
      await site.stop()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  baseURL: ({ site }, use) => use(site.url),
  extraHTTPHeaders: ({ isMobile: _ }, use) => use({ 'X-Forwarded-For': anyAddress() }),
  isWatched: [
    async ({ context, site, javaScriptEnabled, expectedComplaint, cookiesLeft }, use) => {
      await site.database.empty()
      emptyFolder(site.mailFolder)
      site.takeComplaints()
      const found = await watch(context, [site.url, site.mailbox], javaScriptEnabled !== false)
      await use(undefined)
      expect(found).toEqual([])
      const cookies = (await context.cookies()).map(({ name }) => name)
      expect(cookies.filter(name => ![...FORM_COOKIES, ...cookiesLeft].includes(name))).toEqual([])
      expect(site.takeComplaints()).toMatch(expectedComplaint ?? /^$/)
    },
    { auto: true },
  ],
})

/** Of a browser that has sent a form; readers have none (camille-confirms-her-own-words.spec.ts). */
const FORM_COOKIES = ['signing', 'typed']

function emptyFolder(folder: string) {
  for (const file of readdirSync(folder)) rmSync(join(folder, file))
}

function anyAddress() {
  const part = () => Math.floor(Math.random() * 254) + 1
  return `10.${part()}.${part()}.${part()}`
}
