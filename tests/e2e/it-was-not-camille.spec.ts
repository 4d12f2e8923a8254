import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import {
  CAMILLE,
  GRACE,
  linkIn,
  mailsTo,
  mailTo,
  sign,
  statusOf,
} from '../support/pages/journey.ts'
import { askForLink, notMeLinkIn } from '../support/pages/self-service.ts'

const STORIES = [
  { owner: CAMILLE, javaScriptEnabled: true },
  { owner: CAMILLE, javaScriptEnabled: false },
  { owner: GRACE, javaScriptEnabled: true },
]

for (const { owner, javaScriptEnabled } of STORIES) {
  const { email, language } = owner
  const { notMe } = readMessages(language)
  const idris = { ...owner, name: 'Idris Benali' }

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Idris gave her address: she erases it, and no form makes us write again', async ({
      page,
      site,
    }) => {
      await sign(page, idris)
      const mail = await mailTo(site, email)
      await page.request.head(notMeLinkIn(mail))
      await page.goto(notMeLinkIn(mail))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(notMe.title)
      expect(await statusOf(site, email)).toBe('pending')
      await page.getByRole('checkbox', { name: notMe.noMail }).check()
      await page.getByRole('button', { name: notMe.button }).click()
      await expect(page).toHaveURL(`/${language}/not-me/erased`)
      expect(await site.database.signatureOf(email)).toBeUndefined()
      for (const [link, neutral] of [
        [notMeLinkIn(mail), 'not-me'],
        [linkIn(mail), 'confirm'],
      ] as const) {
        await page.goto(link)
        await expect(page).toHaveURL(`/${language}/${neutral}/not-valid`)
      }

      await sign(page, idris)
      const saidOfHers = await page.getByRole('main').textContent()
      await askForLink(page, owner)
      const other = 'somebody.else@example.org'
      await sign(page, { ...idris, email: other })
      const saidOfOther = await page.getByRole('main').textContent()
      expect(saidOfOther?.replace(other, email)).toBe(saidOfHers)
      await mailTo(site, other)
      expect(mailsTo(site, email)).toHaveLength(1)
    })
  })
}

test('Camille only erases it: she can still sign herself', async ({ page, site }) => {
  await sign(page, { ...CAMILLE, name: 'Idris Benali' })
  await page.goto(notMeLinkIn(await mailTo(site, CAMILLE.email)))
  await page.getByRole('button', { name: readMessages('fr').notMe.button }).click()
  await expect(page).toHaveURL('/fr/not-me/erased')
  await sign(page, CAMILLE)
  await page.goto(linkIn(await mailTo(site, CAMILLE.email, 2)))
  await expect(page.getByRole('main')).toContainText('Camille Roux')
})
