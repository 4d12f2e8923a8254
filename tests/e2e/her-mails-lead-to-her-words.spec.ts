import type { Page } from '@playwright/test'
import { CONFIRMATION_MAIL_LIMITS } from '#lib/suppression/mail-limits.ts'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, linkIn, mailsTo, mailTo, READERS, sign } from '../support/pages/journey.ts'
import { codeIn, confirm, signInPublic, typeCode } from '../support/pages/self-service.ts'
import type { Site } from '../support/site/browser-site.ts'

for (const { language, javaScriptEnabled } of READERS) {
  const { confirm: words, checkMail, form, mail: mailWords } = readMessages(language)
  const camille = { ...CAMILLE, language }
  const forged = { ...camille, name: 'Camille Faux' }
  const shown = (page: Page) => page.getByRole('main')

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('what mail programs add to her link, or take from it, is forgiven', async ({
      page,
      site,
    }) => {
      await sign(page, camille)
      const mail = await mailTo(site, camille.email)
      const link = linkIn(mail)
      const half = link.length - 20
      const spoilt = [
        `${link}.`,
        `${link}%3E`,
        `${link}%20`,
        `${link}"`,
        link.replace('token=', 'token=3D'),
        link.replace('token=', 'TOKEN='),
        `${link.slice(0, half)}=%0A${link.slice(half)}`,
      ]
      for (const address of spoilt) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
        await expect(shown(page)).toContainText(camille.name)
      }
      await page.goto(link.slice(0, -3))
      await expect(page).toHaveURL(`/${language}/confirm/not-valid`)
      await typeCode(page, language, camille.email, codeIn(mail), page.url())
      await page.getByRole('button', { name: words.button }).click()
      await expect(page).toHaveURL(`/${language}/confirm/confirmed`)
    })

    test('the mail says on which page the code is typed', async ({ page, site }) => {
      await sign(page, camille)
      const mail = await mailTo(site, camille.email)
      const address = `${site.url}/${language}/confirm`
      expect(mail.text.split('\n')).toContain(address)
      expect(mail.html).toContain(`href="${address}"`)
      await typeCode(page, language, camille.email, codeIn(mail), address)
      await expect(shown(page)).toContainText(camille.name)
    })

    test('two people share an address: form, page and mail say that each needs one', async ({
      page,
      site,
    }) => {
      await page.goto(`/${language}`)
      await expect(
        page.getByRole('textbox', { name: form.email.label }),
      ).toHaveAccessibleDescription(form.email.hint)
      await sign(page, camille)
      await confirm(page, language, linkIn(await mailTo(site, camille.email)))
      await sign(page, { ...camille, name: 'Jean Roux' })
      await expect(shown(page)).toContainText(checkMail.hints.shared)
      const { text } = await mailTo(site, camille.email, 2)
      expect(text.replaceAll('\n', ' ')).toContain(mailWords.alreadySigned.shared)
      expect(await site.database.signatureOf(camille.email)).toMatchObject({ name: camille.name })
    })

    test('a stranger has spent her five mails: any of them confirms what she sends', async ({
      page,
      browser,
      site,
    }) => {
      const his = await browser.newPage({ baseURL: site.url, javaScriptEnabled })
      await signInPublic(his, forged)
      await his.close()
      const link = linkIn(await mailTo(site, camille.email))
      await consumeMails(site)
      await sign(page, camille)
      await page.goto(link)
      await expect(page.getByRole('radio').first()).toHaveAccessibleName(
        `${camille.name} · ${words.fromHere}`,
      )
      await page.getByRole('button', { name: words.button }).click()
      await expect(page).toHaveURL(`/${language}/confirm/confirmed`)
      expect(await site.database.signatureOf(camille.email)).toMatchObject({ name: camille.name })
      expect(mailsTo(site, camille.email)).toHaveLength(1)
    })
  })
}

/** As many mails as an address may have, over two days. */
function consumeMails(site: Site) {
  return site.database.run(`
    INSERT INTO mail (id, kind, status, signature_id, link_id, created_at)
    SELECT uuidv7(), 'confirm', 'sent', signature_id, link_id, now() - n * interval '12 hours'
    FROM mail, generate_series(1, ${CONFIRMATION_MAIL_LIMITS[2].mails - 1}) AS n`)
}
