import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { NAVIGATION } from '../../app/[locale]/organisers/navigation.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { DESKTOP, mailTo, statusOf } from '../support/pages/journey.ts'
import { decideOn, enterConsole, openSearch, rowOf } from '../support/pages/organisers.ts'
import { aSignature } from '../support/people/factories/signature.ts'

const MINUTE_MS = 60_000
const QUEUE = Array.from({ length: 30 }, (_, place) =>
  aSignature({
    name: `Waiting ${String(place).padStart(2, '0')}`,
    email: `waiting.${place}@example.org`,
    status: 'held',
    holdReasons: ['imitation'],
    submittedAt: new Date(Date.now() - place * MINUTE_MS),
  }),
)
const at = (place: number) => QUEUE[place]?.name ?? ''

/** French without a script, English with: what is told is the same. */
const LEAS = [
  { language: 'fr', javaScriptEnabled: false },
  { language: 'en', javaScriptEnabled: true },
] as const

test.use({ cookiesLeft: ['organiser'], viewport: DESKTOP })

for (const { language, javaScriptEnabled } of LEAS) {
  const words = readMessages(language).organisers.signatures

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Léa decides in the middle of a long list, and stays there', async ({ page, site }) => {
      await site.database.insert(QUEUE)
      await enterConsole(page, site, language)
      await decideOn(rowOf(page, at(15)), words.acts.release)
      await expect(page.locator('#outcome')).toContainText(words.outcomes.done)
      await expect(rowOf(page, at(15))).toHaveCount(0)
      await expect(page.locator('#outcome')).toBeInViewport()
      await expect(rowOf(page, at(14))).toBeInViewport()
      await expect(rowOf(page, at(16))).toBeInViewport()
      // By keyboard she goes on with what follows, not with the menu.
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      await expect(page.locator('tr').filter({ has: focused })).toContainText(at(16))
      if (javaScriptEnabled) await expectNoBarriers(page)
    })

    test('from one of her search to the next, and back to its row', async ({ page, site }) => {
      await site.database.insert(QUEUE)
      await enterConsole(page, site, language)
      await rowOf(page, at(3)).getByRole('link').click()
      await expect(heading(page)).toHaveText(at(3))
      await page.getByRole('link', { name: words.detail.next }).click()
      await expect(heading(page)).toHaveText(at(4))
      await page.getByRole('link', { name: words.detail.previous }).click()
      await expect(heading(page)).toHaveText(at(3))
      if (javaScriptEnabled) await expectNoBarriers(page)
      const thenNext = page.locator('#decide').getByLabel(words.detail.thenNext).first()
      await expect(thenNext).toBeChecked()
      await decideOn(page.locator('#decide'), words.acts.release)
      await expect(heading(page)).toHaveText(at(4))
      await expect(page.locator('#outcome')).toContainText(words.outcomes.done)
      expect(await statusOf(site, QUEUE[3]?.email ?? '')).toBe('confirmed')
      await thenNext.uncheck()
      await decideOn(page.locator('#decide'), words.acts.hide)
      await expect(page.locator('#decide')).toContainText(words.outcomes.done)
      await expect(heading(page)).toHaveText(at(4))
      await page.getByRole('link', { name: words.detail.backToSearch }).click()
      await expect(page).toHaveURL(/status=held/)
      await expect(rowOf(page, at(4))).toBeInViewport()
      await expect(rowOf(page, at(3))).toHaveCount(0)
    })

    test('she removes one for a reason, of which its owner hears', async ({ page, site }) => {
      const [first] = QUEUE
      await site.database.insert(QUEUE.slice(0, 2))
      await enterConsole(page, site, language)
      const row = rowOf(page, at(0))
      await row.getByText(words.removal.begin, { exact: true }).click()
      await row
        .getByLabel(words.removal.reason, { exact: true })
        .selectOption(words.removal.reasons.impersonation)
      await row.getByLabel(words.removal.tell).check()
      if (javaScriptEnabled) await expectNoBarriers(page)
      await decideOn(row, words.acts.remove)
      await expect(page.locator('#outcome')).toContainText(words.outcomes.done)
      await expect(row).toHaveCount(0)
      const mail = await mailTo(site, first?.email ?? '')
      expect(mail.text.replace(/\s+/g, ' ')).toContain('porter le nom de quelqu’un d’autre')
      await page.locator('#outcome').getByRole('link').click()
      await expect(page.locator('#history')).toContainText(words.removal.reasons.impersonation)
    })

    test('the bar for many is in sight from the first row on; one is left out of the preview', async ({
      page,
      site,
    }) => {
      await site.database.insert(QUEUE)
      await enterConsole(page, site, language)
      const { bulk } = words
      const preview = page.getByRole('button', { name: bulk.wish.selection })
      await expect(preview).toBeInViewport()
      for (const place of [0, 1, 2])
        await rowOf(page, at(place)).getByRole('checkbox').first().check()
      if (javaScriptEnabled) {
        await expect(page.locator('#bulk').getByRole('status')).toHaveText(
          bulk.wish.chosen.replace('{count}', '3'),
        )
      }
      await page.getByLabel(bulk.wish.kind, { exact: true }).selectOption(bulk.kinds.release)
      await preview.click()
      await expect(heading(page)).toContainText('3')
      await rowOf(page, at(1)).getByRole('checkbox').uncheck()
      await page.getByRole('button', { name: bulk.keep }).click()
      await expect(heading(page)).toContainText('2')
      await expect(rowOf(page, at(1)).getByRole('checkbox')).not.toBeChecked()
      await rowOf(page, at(2)).getByRole('checkbox').uncheck()
      if (javaScriptEnabled) await expectNoBarriers(page)
      await page.getByRole('button', { name: bulk.yes }).click()
      await expect(page.getByRole('main')).toContainText(bulk.states.done)
      const statuses = [0, 1, 2].map(place => statusOf(site, QUEUE[place]?.email ?? ''))
      expect(await Promise.all(statuses)).toEqual(['confirmed', 'held', 'held'])
    })

    test('each filter in use is a chip that takes it away; the others stay folded', async ({
      page,
      site,
    }) => {
      await site.database.insert([aSignature({ country: 'BE' }), aSignature({ country: 'FR' })])
      await enterConsole(page, site, language)
      await openSearch(page, language, 'all')
      await page.goto(`/${language}/organisers/signatures?status=confirmed&country=BE`)
      const { filters } = words
      const chips = page.getByRole('list', { name: filters.chips }).getByRole('link')
      await expect(chips).toHaveCount(2)
      await expect(page.getByLabel(filters.country, { exact: true })).toBeVisible()
      await expect(page.getByLabel(filters.domain, { exact: true })).toBeHidden()
      await expect(page.getByLabel(filters.submittedFrom, { exact: true })).toBeHidden()
      if (javaScriptEnabled) await expectNoBarriers(page)
      await chips.filter({ hasText: filters.country }).click()
      await expect(chips).toHaveCount(1)
      await expect(page).toHaveURL(/\?status=confirmed$/)
    })
  })
}

test('no room of the console opens scrolled down', async ({ page, site }) => {
  await enterConsole(page, site, 'fr')
  for (const { path } of NAVIGATION) {
    await page.goto(`/fr${path}`)
    const [above, below] = await page.evaluate(() => [scrollY, document.body.scrollHeight])
    expect(above, `${path}, of ${below} pixels`).toBe(0)
  }
})

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 })
}
