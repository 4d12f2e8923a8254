import { readMessages } from '#lib/text/messages.ts'
import { notePaintOf, paintedAfter, shiftOf, weigh } from '../support/checks/measured-page.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES, PHONE } from '../support/pages/journey.ts'
import { fillTheHouse } from '../support/site/full-house.ts'

/** With everything that its form ever needs (docs/decisions/0027-forms-without-hydration.md). */
const LARGEST_PAGE_BYTES = 95_000
const LARGEST_SCRIPT_BYTES = 7_000

const LARGEST_LIST_BYTES = 100_000
const LARGEST_LIST_SCRIPT_BYTES = 2_000

const LARGEST_SHIFT = 0.02
const READABLE_WITHIN_MS = 5_000
const FONTS_ARRIVE_AFTER_MS = 800

/** 250 kbit/s down, 50 kbit/s up, 300 ms there and back: a little slower than the old "2G" of Chrome. */
const SECOND_GENERATION = {
  offline: false,
  downloadThroughput: 250_000 / 8,
  uploadThroughput: 50_000 / 8,
  latency: 300,
}

const NO_LIMIT = { ...SECOND_GENERATION, downloadThroughput: -1, uploadThroughput: -1, latency: 0 }

test.use({
  viewport: PHONE,
  hasTouch: true,
  isMobile: true,
  contextOptions: { reducedMotion: 'no-preference' },
})

for (const language of LANGUAGES) {
  test(`${language}: the letter and the list of a campaign at its height weigh little, and are read soon on a 2G phone`, async ({
    page,
    request,
    site,
  }) => {
    await fillTheHouse(site, request, [language])
    const session = await page.context().newCDPSession(page)
    const weight = await weigh(session)
    await session.send('Network.emulateNetworkConditions', SECOND_GENERATION)
    await notePaintOf(page, '#letter p')
    await page.goto(`/${language}#letter`, { waitUntil: 'networkidle' })
    expect(await paintedAfter(page)).toBeLessThan(READABLE_WITHIN_MS)
    await session.send('Network.emulateNetworkConditions', NO_LIMIT)
    await page.getByRole('textbox', { name: readMessages(language).form.name.label }).focus()
    await page.waitForLoadState('networkidle')
    expect(weight.script).toBeLessThanOrEqual(LARGEST_SCRIPT_BYTES)
    expect(weight.total).toBeLessThanOrEqual(LARGEST_PAGE_BYTES)

    await session.send('Network.emulateNetworkConditions', SECOND_GENERATION)
    const { script, total } = weight
    await session.send('Network.clearBrowserCache')
    await notePaintOf(page, 'main p')
    await page.goto(`/${language}/signatories`, { waitUntil: 'networkidle' })
    expect(await paintedAfter(page)).toBeLessThan(READABLE_WITHIN_MS)
    expect(weight.script - script).toBeLessThanOrEqual(LARGEST_LIST_SCRIPT_BYTES)
    expect(weight.total - total).toBeLessThanOrEqual(LARGEST_LIST_BYTES)
  })
}

test('nothing jumps when the fonts come late, on the letter and on the list', async ({
  page,
  request,
  site,
}) => {
  await fillTheHouse(site, request, ['fr'])
  await page.route('**/*.woff2', async route => {
    await new Promise(resolve => setTimeout(resolve, FONTS_ARRIVE_AFTER_MS))
    await route.continue()
  })
  for (const path of ['/fr', '/fr/signatories', '/fr#letter']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await shiftOf(page), path).toBeLessThan(LARGEST_SHIFT)
  }
})
