import { expect, test } from '../support/pages/browser-test.ts'
import {
  CAMILLE,
  IDRIS,
  linkIn,
  mailsTo,
  mailTo,
  sign,
  statusOf,
} from '../support/pages/journey.ts'
import { aSignature } from '../support/people/factories/signature.ts'

const IDRIS_AS_CAMILLE = { ...IDRIS, email: CAMILLE.email }

test('Camille has signed: Idris sees what everybody sees, and she gets one mail about it', async ({
  page,
  site,
}) => {
  await site.database.insert([aSignature({ ...CAMILLE_AS_ROW, status: 'confirmed' })])
  await sign(page, IDRIS_AS_CAMILLE)
  const shownForKnown = await page.getByRole('main').textContent()
  const unknown = 'nobody.knows@example.org'
  await sign(page, { ...IDRIS, email: unknown })
  const shownForUnknown = await page.getByRole('main').textContent()
  expect(shownForUnknown?.replace(unknown, CAMILLE.email)).toBe(shownForKnown)

  const mail = await mailTo(site, CAMILLE.email)
  expect(mail.subject).toMatch(/^Vous avez déjà signé/)
  expect(mail.text).toContain('Bonjour Camille Roux,')
  expect(mail.text).not.toContain('confirm?token=')
  expect(mail.text + mail.html).not.toContain('Idris')

  await sign(page, IDRIS_AS_CAMILLE)
  await sign(page, { ...IDRIS, email: 'somebody.else@example.org' })
  await mailTo(site, 'somebody.else@example.org')
  expect(mailsTo(site, CAMILLE.email)).toHaveLength(1)
  expect(await site.database.signatureOf(CAMILLE.email)).toMatchObject({ name: 'Camille Roux' })
})

test('Camille has not confirmed yet: in her browser her link still confirms her own words', async ({
  page,
  browser,
  site,
}) => {
  await sign(page, CAMILLE)
  const mail = await mailTo(site, CAMILLE.email)
  const his = await browser.newPage({ baseURL: site.url })
  await sign(his, IDRIS_AS_CAMILLE)
  await sign(his, { ...IDRIS, email: 'somebody.else@example.org' })
  await his.close()
  await mailTo(site, 'somebody.else@example.org')
  expect(mailsTo(site, CAMILLE.email)).toHaveLength(1)

  await page.goto(linkIn(mail))
  await expect(page.getByRole('main')).toContainText('Camille Roux')
  await page.getByRole('button', { name: 'Je confirme ma signature' }).click()
  await expect(page).toHaveURL('/fr/confirm/confirmed')
  expect(await statusOf(site, CAMILLE.email)).toBe('confirmed')
  expect(await site.database.signatureOf(CAMILLE.email)).toMatchObject({ name: 'Camille Roux' })
})

const CAMILLE_AS_ROW = { name: CAMILLE.name, email: CAMILLE.email, locale: CAMILLE.language }
