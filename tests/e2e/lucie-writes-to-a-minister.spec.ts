import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { textOfPdf, unpacked } from '../support/checks/unpack-archive.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { READERS } from '../support/pages/journey.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { waitForPack } from '../support/pages/wait-for-pack.ts'
import { aSignature } from '../support/people/factories/signature.ts'

const COUNTED_WITHIN_MS = 60_000
const ADDRESSEE = 'Madame la Ministre\nRue de la Loi 1, Bruxelles'
const BELGIANS = ['Zoé Lefèvre', 'Bram Peeters', 'Nora Claes', 'Lotte Maes', 'Emma Jacobs']

test.use({ cookiesLeft: ['organiser'], contextOptions: { reducedMotion: 'reduce' } })

for (const { language, javaScriptEnabled } of READERS) {
  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Lucie prepares a pack for one ministry, in one language, with her letter', async ({
      page,
      site,
    }) => {
      const other = language === 'fr' ? 'en' : 'fr'
      const { packs } = readMessages(language).organisers
      await site.database.insert([
        ...BELGIANS.map(name => aSignature({ name, country: 'BE' })),
        aSignature({ name: '李伟', country: 'CN' }),
      ])
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/packs`)
      await page.getByRole('link', { name: packs.choose }).click()
      // The count of countries is ten seconds old at most; China has too few signatures to be offered.
      const offered = async () => {
        await page.reload()
        return page
          .locator('#country option')
          .evaluateAll(all => all.map(one => one.getAttribute('value')))
      }
      await expect.poll(offered, { timeout: COUNTED_WITHIN_MS }).toEqual(['', 'BE'])
      await page.locator(`#language-${other}`).uncheck()
      await page.locator('#country').selectOption('BE')
      await page.locator(`#to-${language}`).fill(ADDRESSEE)
      await page.getByRole('button', { name: packs.prepare.button }).click()

      // Nobody signs it yet: she is told, and nothing of what she typed is lost.
      const refusal = page.getByRole('alert').filter({ hasText: packs.prepare.refused })
      await expect(refusal).toContainText(packs.cover.name)
      await expect(page.locator(`#to-${language}`)).toHaveValue(ADDRESSEE)
      await expect(page.locator('#country')).toHaveValue('BE')
      await expect(page.locator(`#language-${other}`)).not.toBeChecked()
      if (javaScriptEnabled) await expectNoBarriers(page)
      await page.locator(`#name-${language}`).fill('Lucie Aubert')
      await page.getByRole('button', { name: packs.prepare.button }).click()
      await expect(page.getByText(packs.contents.cover)).toBeVisible()

      const button = page.getByRole('button', { name: packs.download.split(' ')[0] ?? '' })
      await waitForPack(page, button)
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
      expect(download.suggestedFilename()).toMatch(/Z-delivery-pack-BE\.zip$/)
      const pack = await unpacked(await download.path())
      const cover = pack.get(`cover-letter-BE-${language}.pdf`) ?? Buffer.alloc(0)
      expect(await textOfPdf(cover)).toContain('Madame la Ministre')
      expect(pack.has(`letter-${other}.pdf`)).toBe(false)
      expect(pack.get('signatories-BE.json')?.toString()).not.toContain('李伟')

      // Of the same signatures she prepares the next one.
      await page.getByRole('link', { name: packs.another }).click()
      await expect(page.locator('#country')).toHaveValue('')
      if (javaScriptEnabled) await expectNoBarriers(page)
      await page.getByRole('button', { name: packs.prepare.button }).click()
      await expect(page.getByRole('link', { name: packs.another })).toHaveCount(2)
      // The next story begins with an empty database: both are made before.
      await waitForPack(page, button.nth(1))
    })
  })
}
