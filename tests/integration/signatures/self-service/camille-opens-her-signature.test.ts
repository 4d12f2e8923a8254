import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readSignatoryData } from '#lib/signatory-data/read-signatory-data.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import {
  endSignatorySession,
  openSignatorySession,
  readOwnSignature,
  SIGNATORY_SESSION_LIFETIME_MINUTES,
} from '#lib/signatures/self-service/signatory-session.ts'
import { reportName } from '#lib/signatures/trust/report-name.ts'
import { dumpDatabase } from '../../../support/database/dump-database.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import { openOwnSignature, signAndConfirm } from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { amina, camille, details, idris } from '../../../support/people/signatories.ts'

const START = new Date('2026-05-26T10:00:00Z').getTime()
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const later = (ms: number) => new Date(START + ms)

beforeEach(emptyDatabase)

async function linkFor(email: string, now = later(0)) {
  await requestMagicLink(email, now)
  return tokenIn((await deliverMails()).at(-1))
}

describe('asking for the link', () => {
  test('gets the same answer for every address, in the same time; the mail tells the rest', async () => {
    await signAndConfirm(camille, later(0))
    await signAndConfirm(details({ email: 'held@example.org', name: 'Emmanuel Macron' }), later(0))
    await signLetter(details({ email: 'pending@example.org' }), later(0))
    await deliverMails()
    const addresses = [
      camille.email,
      'held@example.org',
      'pending@example.org',
      'nobody@example.org',
      ' CAMILLE.ROUX+x@Example.org ',
    ]
    for (const address of addresses) {
      const start = performance.now()
      expect(await requestMagicLink(address, later(HOUR_MS))).toEqual({ outcome: 'accepted' })
      expect(performance.now() - start).toBeGreaterThanOrEqual(50)
    }
    const recipients = (await deliverMails()).map(({ to }) => to)
    expect(recipients).toEqual([camille.email, 'held@example.org'])
  })

  test.each([[undefined], [['a@b.fr', 'c@d.fr']], ['no address'], ['a@b.fr\r\nBcc: v@x.fr']])(
    '%j is no address',
    async typed => {
      expect(await requestMagicLink(typed)).toEqual({ outcome: 'invalid-address' })
      expect(await database.mail.count()).toBe(0)
    },
  )

  test('twenty times at once sends one mail, and all day long six', async () => {
    await signAndConfirm(camille, later(0))
    await Promise.all(Array.from({ length: 20 }, () => requestMagicLink(camille.email, later(0))))
    expect(await database.mail.count({ where: { kind: 'magic_link' } })).toBe(1)
    const minutes = Array.from({ length: 20 }, (_, place) => place * 70)
    await Promise.all(minutes.map(ms => requestMagicLink(camille.email, later(ms * MINUTE_MS))))
    expect(await database.mail.count({ where: { kind: 'magic_link' } })).toBeLessThanOrEqual(6)
  })
})

describe('the link of the mail', () => {
  test('opens her signature once, and what is stored is what she sees', async () => {
    const stored = await signAndConfirm(camille, later(0))
    const link = await linkFor(camille.email)
    const session = await openSignatorySession(link, later(0))
    expect(await readOwnSignature(session, later(0))).toEqual(stored)
    expect(await openSignatorySession(link, later(0))).toBeNull()
  })

  test('opens one session even when it is pressed twenty times at once', async () => {
    await signAndConfirm(camille, later(0))
    const link = await linkFor(camille.email)
    const opened = await Promise.all(
      Array.from({ length: 20 }, () => openSignatorySession(link, later(0))),
    )
    expect(opened.filter(Boolean)).toHaveLength(1)
  })

  test.each([
    ['nothing', () => undefined],
    ['half of it', (token: string) => token.slice(0, 20)],
    ['a megabyte', (token: string) => token.repeat(25_000)],
    ['twice', (token: string) => [token, token]],
  ])('%s opens nothing', async (_, spoil) => {
    await signAndConfirm(camille, later(0))
    const link = await linkFor(camille.email)
    expect(await openSignatorySession(spoil(link), later(0))).toBeNull()
    expect(await database.signatorySession.count()).toBe(0)
  })

  test('a link of another kind opens nothing, and no token is in the database', async () => {
    await signLetter(camille, later(0))
    const [confirmation] = await deliverMails()
    const confirm = tokenIn(confirmation)
    expect(await openSignatorySession(confirm, later(0))).toBeNull()
    await emptyDatabase()
    await signAndConfirm(camille, later(0))
    const link = await linkFor(camille.email)
    const session = await openSignatorySession(link, later(0))
    const stolen = await dumpDatabase()
    expect(stolen).not.toContain(link)
    expect(stolen).not.toContain(session)
    expect(await readOwnSignature(link, later(0))).toBeNull()
  })
})

describe('the session', () => {
  test(`lasts ${SIGNATORY_SESSION_LIFETIME_MINUTES} minutes, however often it is used`, async () => {
    await signAndConfirm(camille, later(0))
    const session = await openOwnSignature(camille, later(0))
    const end = SIGNATORY_SESSION_LIFETIME_MINUTES * MINUTE_MS
    for (let ms = 0; ms < end; ms += 5 * MINUTE_MS) {
      expect(await readOwnSignature(session, later(ms))).not.toBeNull()
    }
    expect(await readOwnSignature(session, later(end))).toBeNull()
  })

  test('covers her signature and no other', async () => {
    await signAndConfirm(camille, later(0))
    await signAndConfirm(amina, later(0))
    const hers = await openOwnSignature(camille, later(0))
    const aminas = await openOwnSignature(amina, later(0))
    expect(await readOwnSignature(hers, later(0))).toMatchObject({ email: camille.email })
    expect(await readOwnSignature(aminas, later(0))).toMatchObject({ email: amina.email })
  })

  test('ends when she closes it', async () => {
    await signAndConfirm(camille)
    const session = await openOwnSignature(camille)
    await endSignatorySession(session)
    expect(await readOwnSignature(session)).toBeNull()
    expect(await readSignatoryData(session)).toBeNull()
  })
})

describe('her data', () => {
  test('hold everything about her, and nothing about others', async () => {
    const signature = await signAndConfirm({
      ...camille,
      statement: 'Parce qu’un hôpital n’est pas une cible.',
    })
    await signAndConfirm(amina)
    await reportName({ id: signature.id, reason: 'insulting' }, '203.0.113.9')
    const reporter = await database.nameReport.findFirstOrThrow()
    const session = await openOwnSignature(camille)
    const data = await readSignatoryData(session)
    expect(data).toMatchObject({
      signature,
      history: [{ kind: 'confirmed' }],
      mails: [{ kind: 'confirm' }, { kind: 'magic_link' }],
      reports: [{ reason: 'insulting' }],
    })
    const text = JSON.stringify(data)
    expect(text).not.toMatch(/Amina|hospital\.example|Saint-Louis/)
    expect(text).not.toContain(reporter.networkHash)
    expect(text).not.toMatch(/token/i)
  })

  test('are nobody else’s: what Idris typed with her address is not kept once she has confirmed', async () => {
    await signLetter({ ...idris, email: camille.email, statement: 'Idris was here' }, later(0))
    await deliverMails()
    await signAndConfirm(camille, later(HOUR_MS))
    const session = await openOwnSignature(camille)
    expect(JSON.stringify(await readSignatoryData(session))).not.toContain('Idris')
    expect(await dumpDatabase()).not.toContain('Idris')
  })
})
