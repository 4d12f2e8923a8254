import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { textOfPdf, unpacked } from '../support/checks/unpack-archive.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { type Language, READERS } from '../support/pages/journey.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { openOwnSignature } from '../support/pages/self-service.ts'
import { SESSION_COOKIES } from '../support/pages/self-service-pages.ts'
import { waitForPack } from '../support/pages/wait-for-pack.ts'
import { aSignature } from '../support/people/factories/signature.ts'
import { RECIPIENTS } from '../support/people/recipients.ts'

/** Mongolian, in letters that no font of the PDFs has. */
const BATU = 'ᠪᠠᠲᠤ'

test.use({ cookiesLeft: SESSION_COOKIES, contextOptions: { reducedMotion: 'reduce' } })

for (const { language, javaScriptEnabled } of READERS) {
  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Lucie makes a pack, and Camille finds that she is in it', async ({ page, site }) => {
      const camille = aSignature({
        email: 'camille.aubanel@example.org',
        name: 'Camille Aubanel',
        locale: language,
      })
      await site.database.insert([
        camille,
        aSignature({ name: '李伟' }),
        aSignature({ name: BATU }),
      ])
      await enterConsole(page, site, language)
      const pack = await unpacked(await makeAndDownload(page, language))
      const letter = await textOfPdf(pack.get(`letter-${language}.pdf`) ?? Buffer.alloc(0))
      expect(letter).toContain(`3 ${language === 'fr' ? 'signatures confirmées' : 'confirmed'}`)
      expect(pack.get('signatories.json')?.toString()).toContain('李伟')
      expect(pack.get('README.txt')?.toString()).toContain(`\n  ${BATU}\n`)
      if (javaScriptEnabled) await expectNoBarriers(page)

      const { verify } = readMessages(language)
      await page.goto(`/${language}/verify`)
      await expect(page.getByText(verify.none)).toBeVisible()
      await handOver(page, language)
      if (javaScriptEnabled) await expectNoBarriers(page)
      await page.goto(`/${language}/verify`)
      await expect(page.getByRole('main')).toContainText(RECIPIENTS[language])
      const root = (await page.locator('main code').first().textContent()) ?? ''
      expect(letter.replaceAll(' ', '')).toContain(root)
      await expect(page.getByRole('link', { name: verify.mine.open })).toBeVisible()
      await openOwnSignature(page, site, { email: camille.email, language })
      await page.goto(`/${language}/verify`)
      await expect(page.getByRole('status')).toContainText(verify.mine.isIn)
      await page.locator('summary').click()
      await expect(page.getByRole('main')).toContainText('"name":"Camille Aubanel"')
      if (javaScriptEnabled) await expectNoBarriers(page)
    })
  })
}

/** Says that the only pack was handed over today. */
async function handOver(page: Page, language: Language) {
  const { packs } = readMessages(language).organisers
  await page.goto(`/${language}/organisers/packs`)
  await expect(page.getByText(packs.private)).toBeVisible()
  await page.getByRole('link', { name: packs.decide }).click()
  for (const code of ['fr', 'en'] as const) {
    await page.locator(`#recipient-${code}`).fill(RECIPIENTS[code])
  }
  await page.getByRole('button', { name: packs.handOver.button }).click()
  await expect(page.getByRole('status')).toHaveText(packs.outcomes['handed-over'])
  await expect(page.getByRole('link', { name: packs.decide })).toHaveCount(0)
}

/** Presses the button, refreshes until the pack is ready, and downloads it; where it is then. */
async function makeAndDownload(page: Page, language: Language) {
  const { packs } = readMessages(language).organisers
  await page.goto(`/${language}/organisers/packs`)
  await expect(page.getByText(packs.none)).toBeVisible()
  await page.getByRole('button', { name: packs.make }).click()
  // A reload before the form's answer has come would take its place.
  await expect(page.getByText(packs.none)).toHaveCount(0)
  const button = page.getByRole('button', { name: packs.download.split(' ')[0] ?? '' })
  await waitForPack(page, button)
  // Before it is handed over she is told whom its PDFs cannot show.
  await page.getByText(packs.unsetNames).click()
  await expect(page.getByRole('listitem').filter({ hasText: BATU }).last()).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\dT\d{4}Z-delivery-pack\.zip$/)
  return download.path()
}
