import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { readMessages } from '#lib/text/messages.ts'
import { checkout } from '../../bin/support/checkout.js'
import { expect, test } from '../support/pages/browser-test.ts'
import { CONSOLE_STATES } from '../support/pages/console-pages.ts'
import { type Language, PHONE } from '../support/pages/journey.ts'
import type { Site } from '../support/site/browser-site.ts'

const FOLDER = join(checkout, 'docs', 'pictures')
const WINDOW = { width: 1280, height: 800 }
const LONGEST_MS = 600_000

/** How wide a picture is in a page of text. */
const WIDTH = 960

/** Pages of the console, by the state that shows them, and what their picture is called. */
const ROOMS: Record<string, string> = {
  'room-overview': 'console',
  'room-letter': 'console-letter',
  'room-content': 'console-files',
  'settings-look': 'console-settings',
  'room-signatures': 'console-signatures',
  signature: 'console-signature',
  'room-exports': 'console-exports',
  'pack-to-prepare': 'console-packs',
  'room-links': 'console-links',
  'room-mail': 'console-mail',
  'broadcast-draft': 'console-messages',
  'news-draft': 'console-news',
  approval: 'console-approvals',
  'paper-batch': 'console-paper',
  'room-campaign': 'console-campaign',
  'room-webhooks': 'console-webhooks',
  'room-people': 'console-people',
  'room-audit': 'console-audit',
  account: 'console-account',
}

test.use({ cookiesLeft: ['organiser'] })

test.beforeEach(() => test.setTimeout(LONGEST_MS))

test('the rooms of the console are drawn for the handbook', async ({ page, site }) => {
  await page.setViewportSize(WINDOW)
  for (const [state, name] of Object.entries(ROOMS)) {
    const { open } = CONSOLE_STATES.find(each => each.name === state) ?? {}
    if (!open) throw new Error(`No page of the console is called ${state}.`)
    await site.database.empty()
    await open(page, 'en', site)
    await page.evaluate(() => window.scrollTo(0, 0))
    await draw(page, name)
  }
})

test('the letter and its signatories are drawn for the README', async ({ page, site }) => {
  await signedByMany(site)
  await page.setViewportSize(WINDOW)
  await openCounted(page, 'en')
  await draw(page, 'letter-desktop')
  await page.goto('/en/signatories')
  await draw(page, 'signatories')
  await page.setViewportSize(PHONE)
  await page.emulateMedia({ colorScheme: 'dark' })
  await openCounted(page, 'fr')
  await draw(page, 'letter-phone', PHONE.width)
})

/** The letter once its page knows of those who signed, which may take half a minute. */
async function openCounted(page: Page, language: Language) {
  await expect(async () => {
    await page.goto(`/${language}`)
    await expect(page.getByText(readMessages(language).tally.goal)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  // A font that came too late for the first visit is there for the next.
  await page.reload()
}

async function signedByMany(site: Site) {
  await site.database.empty()
  await site.runCommand('seed.ts', '--signatures', '1300')
}

/** Keeps what the window shows, in few colours. */
async function draw(page: Page, name: string, width = WIDTH) {
  await page.evaluate(() => document.fonts.ready)
  const shown = await page.screenshot({ animations: 'disabled' })
  const small = await sharp(shown).resize({ width }).png({ palette: true, colours: 64 }).toBuffer()
  writeFileSync(join(FOLDER, `${name}.png`), small)
}
