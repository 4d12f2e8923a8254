import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { database } from '#lib/database/client.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { openOwnSignature, pressButton } from '../../support/site/own-signature-over-http.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

const { soon, selfService } = readMessages('en')

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  await insertSignatures(database, [aSignature({ name: 'Zoé Marchand' })])
  const lucie = await anOrganiser('Lucie', 'owner')
  site = await startRunningSite()
  await moveCampaign(lucie, 'conceal', undefined, { isSure: true })
})
afterAll(() => site.stop())

test('whoever comes to the letter that was concealed is told where her signature is', async () => {
  await expect.poll(async () => (await site.ask('/en')).body).toContain(soon.signed)
  const { body } = await site.ask('/en')
  for (const path of ['/my-signature', '/privacy', '/legal']) {
    expect(body).toContain(`href="/en${path}"`)
    const { status, body: page } = await site.ask(`/en${path}`)
    expect(status).toBe(200)
    expect(page).not.toContain(soon.title)
  }
  expect((await site.ask('/en/signatories')).body).toContain(soon.title)
})

test('Grace opens hers and withdraws it without the preview link, and one mail says so', async () => {
  const { email, cookie } = await openOwnSignature(site, 'en')
  const { button } = selfService.withdraw
  await pressButton(site, '/en/my-signature', button, { sure: 'on' }, cookie)
  expect(await database.signature.count({ where: { status: 'withdrawn' } })).toBe(1)
  await expect.poll(() => site.mails().filter(({ to }) => to === email).length).toBe(2)
})

test('a letter that nobody has signed keeps these pages to itself', async () => {
  await database.signature.deleteMany()
  const body = async () => (await site.ask('/en/privacy')).body
  await expect.poll(body).toContain(soon.title)
  expect((await site.ask('/en')).body).not.toContain(soon.signed)
})
