import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import {
  CAMILLE,
  linkIn,
  mailsTo,
  mailTo,
  READERS,
  sign,
  statusOf,
} from '../support/pages/journey.ts'
import { codeIn, confirm, EMPLOYER, signInPublic, typeCode } from '../support/pages/self-service.ts'

for (const { language, javaScriptEnabled } of READERS) {
  const { confirm: words, checkMail } = readMessages(language)
  const camille = { ...CAMILLE, language }
  const forged = { ...camille, name: 'Camille Faux' }
  const shown = (page: Page) => page.getByRole('main')

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Idris signs with her address, she a minute later: her code leads to hers, whole', async ({
      page,
      context,
      browser,
      site,
    }) => {
      await page.goto(`/${language}`)
      expect(await context.cookies()).toEqual([])
      const his = await browser.newPage({ baseURL: site.url, javaScriptEnabled })
      await signInPublic(his, forged)
      await sign(page, camille)
      await his.close()
      expect(
        (await context.cookies()).map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]),
      ).toEqual([
        ['signing', true, 'Lax'],
        ['typed', true, 'Strict'],
      ])

      const mail = await mailTo(site, camille.email)
      await typeCode(page, language, camille.email, codeIn(mail))
      await expect(page.getByRole('radio')).toHaveCount(2)
      await expect(page.getByRole('radio').first()).toBeChecked()
      await expect(page.getByRole('radio').first()).toHaveAccessibleName(
        `${camille.name} · ${words.fromHere}`,
      )
      await expect(shown(page)).toContainText(EMPLOYER)
      await expect(shown(page)).toContainText(words.publicNo)
      expect(await statusOf(site, camille.email)).toBe('pending')
      await page.getByRole('button', { name: words.button }).click()
      await expect(page).toHaveURL(`/${language}/confirm/confirmed`)
      expect(await site.database.signatureOf(camille.email)).toMatchObject({
        name: camille.name,
        isPublic: false,
        organisation: null,
      })
      expect(mailsTo(site, camille.email)).toHaveLength(1)
      expect(await context.cookies()).toEqual([])
    })

    test('on another device she chooses hers, or erases all', async ({ page, browser, site }) => {
      await sign(page, camille)
      await signInPublic(page, forged)
      const link = linkIn(await mailTo(site, camille.email))
      const phone = await browser.newPage({ baseURL: site.url, javaScriptEnabled })
      await phone.goto(link)
      await expect(phone.getByRole('heading', { level: 1 })).toHaveText(words.severalTitle)
      await phone.getByRole('radio', { name: camille.name }).check()
      await phone.getByRole('button', { name: words.button }).click()
      await expect(phone).toHaveURL(`/${language}/confirm/confirmed`)
      await phone.close()
      expect(await site.database.signatureOf(camille.email)).toMatchObject({ name: camille.name })
    })

    test('none of it is hers: it is all erased', async ({ page, site }) => {
      await signInPublic(page, forged)
      await page.goto(linkIn(await mailTo(site, camille.email)))
      await page.getByRole('link', { name: words.none }).click()
      await page.getByRole('button', { name: readMessages(language).notMe.button }).click()
      await expect(page).toHaveURL(`/${language}/not-me/erased`)
      expect(await site.database.signatureOf(camille.email)).toBeUndefined()
    })

    test('"Dupnot", then "Dupont", not to be shown after all: the last counts', async ({
      page,
      site,
    }) => {
      await signInPublic(page, { ...camille, name: 'Camille Dupnot' })
      await sign(page, { ...camille, name: 'Camille Dupont' })
      await expect(shown(page)).toContainText(checkMail.hints.changed)
      const mail = await mailTo(site, camille.email)
      await confirm(page, language, linkIn(mail))
      expect(await site.database.signatureOf(camille.email)).toMatchObject({
        name: 'Camille Dupont',
        isPublic: false,
      })
    })
  })
}
