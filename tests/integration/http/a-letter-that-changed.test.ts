import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { askToReconfirm } from '#lib/signatures/reconfirmation-mails.ts'
import { COUNTED_BY_THE_SITE, dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { passTime, tokenIn } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { formOf } from '../../support/site/html-form.ts'
import { aCampaign, restoreLetter } from '../../support/site/letters.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { mailTo, newVisitor } from '../../support/site/signing-over-http.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

/** The site's own letter had one more paragraph when Camille signed it. */
async function camilleSignedAnEarlierLetter(email: string, locale: string) {
  const { root, change, publish, versionOf } = aCampaign()
  const earlier = change(locale, 'A demand that was taken back.')
  await publish({})
  await insertSignatures(database, [aSignature({ email, locale, letterVersion: earlier })])
  restoreLetter(root)
  await publish({ [locale]: 'material' })
  return { earlier, current: versionOf(locale) }
}

async function reconfirmationLink(email: string, locale: string) {
  await askToReconfirm()
  await passTime()
  return `/${locale}/extend?token=${tokenIn(await mailTo(site, email))}`
}

async function press(link: string) {
  const { action, body, headers } = await formOf((await site.ask(link)).body, {})
  const answer = await site.ask(action, {
    method: 'POST',
    headers: { ...headers, ...OUR_PAGE, ...newVisitor() },
    body,
  })
  return { status: answer.status, location: answer.headers.location }
}

describe.each(['fr', 'en'])('Camille is asked: %s', locale => {
  const email = `camille.asked.${locale}@example.org`

  test('she sees the change, presses the button without a script, and counts anew', async () => {
    const { current } = await camilleSignedAnEarlierLetter(email, locale)
    const link = await reconfirmationLink(email, locale)
    const page = await site.ask(link)
    expect(page.status).toBe(200)
    expect(page.body).toMatch(/<del[^>]*>.*A demand that was taken back\..*<\/del>/)
    expect(page.body).not.toContain(email)
    const { status, location } = await press(link)
    expect({ status, location }).toEqual({ status: 303, location: `/${locale}/extend/extended` })
    expect(await database.signature.findFirst()).toMatchObject({ letterVersion: current })
    expect((await site.ask(`/${locale}/extend/extended`)).status).toBe(200)
    const again = await site.ask(link)
    expect(again.headers.location).toBe(`/${locale}/extend/already-extended`)
  })

  test('a scanner opens the link: not one row changes', async () => {
    await camilleSignedAnEarlierLetter(`scanned.${email}`, locale)
    const link = await reconfirmationLink(`scanned.${email}`, locale)
    const before = await dumpDatabase(COUNTED_BY_THE_SITE)
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) {
      expect((await site.ask(link, { method })).status).toBeLessThan(500)
    }
    expect(await dumpDatabase(COUNTED_BY_THE_SITE)).toBe(before)
  })

  test('the earlier version is shown in full, with what changed since', async () => {
    const { earlier, current } = await camilleSignedAnEarlierLetter(email, locale)
    for (const hash of [earlier, earlier.slice(0, 12)]) {
      const page = await site.ask(`/${locale}/versions/${hash}`)
      expect(page.status).toBe(200)
      expect(page.body).toContain(`<code class="`)
      expect(page.body).toContain(earlier)
      expect(page.body).toMatch(/<del[^>]*>/)
      expect(page.body).toContain(`/${locale}/versions/${current}`)
    }
    expect((await site.ask(`/${locale}/versions/${current}`)).body).not.toMatch(/<del[^>]*>/)
  })
})

describe('addresses of versions', () => {
  test('the letter links to its own, which is there even where nothing was published', async () => {
    const path = /\/en\/versions\/[0-9a-f]{64}/.exec((await site.ask('/en')).body)?.[0]
    expect((await site.ask(path ?? '')).status).toBe(200)
  })

  test.each(['0'.repeat(64), '0'.repeat(12), '0'.repeat(65), 'x', '..%2f..'])(
    'there is none at %s',
    async hash => {
      expect((await site.ask(`/fr/versions/${hash}`)).status).toBe(404)
    },
  )

  test('a link that is not one leads to one neutral page', async () => {
    await camilleSignedAnEarlierLetter('neutral@example.org', 'fr')
    const lost = ['/fr/extend', '/fr/extend?token=x', `/fr/extend?token=${'A'.repeat(43)}`]
    for (const link of lost) {
      expect((await site.ask(link)).headers.location).toBe('/fr/extend/not-valid')
    }
    expect((await site.ask('/fr/extend/not-valid')).status).toBe(200)
    expect((await site.ask('/fr/extend/nowhere')).status).toBe(404)
  })
})

test('the tally keeps its numbers, and says which stand apart', async () => {
  await camilleSignedAnEarlierLetter('counted@example.org', 'fr')
  const before = Date.now()
  const tally = async () => JSON.parse((await site.ask('/api/tally')).body)
  await expect.poll(async () => Date.parse((await tally()).asOf)).toBeGreaterThan(before)
  expect(await tally()).toMatchObject({
    signatures: 1,
    currentVersion: { signatures: 0, individuals: 0, organisations: 0, countries: 0 },
    earlierVersions: [{ publishedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), signatures: 1 }],
  })
  expect((await site.ask('/en/badge.svg')).body).toContain('>0 signatures<')
  expect((await site.ask('/en/embed')).body).not.toMatch(/<strong>\d/)
})
