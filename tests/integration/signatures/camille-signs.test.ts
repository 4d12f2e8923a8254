import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { confirmationLinkDays } from '#lib/signatures/confirmation-link.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { shownBy } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { amina, camille, details } from '../../support/people/signatories.ts'

const DAY_MS = 24 * 60 * 60 * 1000

beforeEach(emptyDatabase)

describe('Camille signs', () => {
  test('what she typed waits with the link, and counts nowhere yet', async () => {
    expect(await signLetter(camille)).toEqual({ outcome: 'accepted' })
    const [signature] = await database.signature.findMany({ include: { links: true, mails: true } })
    expect(signature).toMatchObject({ ...camille, status: 'pending', confirmedAt: null })
    expect(signature?.links).toMatchObject([{ details: camille, usedAt: null }])
    expect(signature?.mails).toMatchObject([{ kind: 'confirm', status: 'waiting' }])
    expect(await readTally(0)).toMatchObject({ signatures: 0, individuals: 0, countries: 0 })
  })

  test('she opens the link, presses the button, and counts', async () => {
    await signLetter(camille)
    const token = tokenIn((await deliverMails())[0])
    expect(await shownBy(token)).toEqual([camille])
    const now = new Date('2026-05-26T10:00:00Z')
    expect(await confirmSignature(token, now)).toEqual({ outcome: 'confirmed' })
    const [signature] = await database.signature.findMany()
    expect(signature).toMatchObject({ ...camille, status: 'confirmed', confirmedAt: now })
    expect(await readTally(0)).toMatchObject({
      signatures: 1,
      individuals: 1,
      organisations: 0,
      countries: 1,
    })
  })

  test('she presses twice: counted once, and nothing private is said', async () => {
    await signLetter(camille)
    const token = tokenIn((await deliverMails())[0])
    await confirmSignature(token)
    const first = await dumpDatabase()
    expect(await confirmSignature(token)).toEqual({ outcome: 'already-confirmed' })
    expect(await readConfirmationLink(token)).toEqual({ state: 'already-confirmed' })
    expect(await dumpDatabase()).toBe(first)
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
  })

  test('Amina signs for her hospital', async () => {
    await signLetter(amina)
    await confirmSignature(tokenIn((await deliverMails())[0]))
    expect(await readTally(0)).toMatchObject({ signatures: 1, individuals: 0, organisations: 1 })
  })
})

describe('a scanner reads her mail', () => {
  test('it opens the link any number of times: not one row changes', async () => {
    await signLetter(camille)
    const token = tokenIn((await deliverMails())[0])
    const before = await dumpDatabase()
    const opened = await Promise.all(Array.from({ length: 20 }, () => readConfirmationLink(token)))
    expect(opened.every(({ state }) => state === 'ready')).toBe(true)
    expect(await dumpDatabase()).toBe(before)
    expect(await confirmSignature(token)).toEqual({ outcome: 'confirmed' })
  })
})

describe('a link that is not one', () => {
  test('an expired link confirms nothing, to the millisecond', async () => {
    const start = new Date('2026-05-26T10:00:00Z')
    await signLetter(camille, start)
    const token = tokenIn((await deliverMails())[0])
    const end = start.getTime() + confirmationLinkDays() * DAY_MS
    expect(await readConfirmationLink(token, new Date(end))).toEqual({ state: 'expired' })
    expect(await confirmSignature(token, new Date(end))).toEqual({ outcome: 'expired' })
    expect(await readTally(0)).toMatchObject({ signatures: 0 })
    expect(await confirmSignature(token, new Date(end - 1))).toEqual({ outcome: 'confirmed' })
  })

  test.each([
    ['nothing', () => undefined],
    ['null', () => null],
    ['half of it', (token: string) => token.slice(0, 20)],
    ['one letter changed', (token: string) => (token.startsWith('A') ? 'B' : 'A') + token.slice(1)],
    ['one letter more', (token: string) => `${token}A`],
    ['a megabyte', (token: string) => token.repeat(25_000)],
    ['twice', (token: string) => [token, token]],
    ['in capitals', (token: string) => token.toUpperCase()],
    ['with a wildcard', (token: string) => `${token.slice(0, 42)}%`],
  ])('%s is unknown', async (_, spoil) => {
    await signLetter(camille)
    const token = spoil(tokenIn((await deliverMails())[0]))
    expect(await readConfirmationLink(token)).toEqual({ state: 'unknown' })
    expect(await confirmSignature(token)).toEqual({ outcome: 'unknown' })
    expect(await database.signature.count({ where: { status: 'pending' } })).toBe(1)
  })
})

describe('somebody steals the database', () => {
  test('no token of a mail is in it, and nothing in it works as a token', async () => {
    await signLetter(camille)
    await signLetter(amina)
    const tokens = (await deliverMails()).map(tokenIn)
    const stolen = await dumpDatabase()
    expect(tokens).toHaveLength(2)
    for (const token of tokens) {
      expect(stolen).not.toContain(token)
      expect(stolen).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
    }
    const words = new Set(stolen.match(/[\w-]{20,}/g))
    expect(words.size).toBeGreaterThan(5)
    for (const word of words) expect(await confirmSignature(word)).toEqual({ outcome: 'unknown' })
  })
})

describe('all at once', () => {
  test('twenty presses of the button confirm once', async () => {
    await signLetter(camille)
    const token = tokenIn((await deliverMails())[0])
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirmSignature(token)))
    expect(outcomes.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'already-confirmed')).toHaveLength(19)
    const recount = await database.signature.count({ where: { status: 'confirmed' } })
    expect(recount).toBe(1)
    expect(await readTally(0)).toMatchObject({ signatures: recount })
  })

  test('twenty forms of one address make one signature and one mail', async () => {
    await Promise.all(Array.from({ length: 20 }, () => signLetter(camille)))
    expect(await database.signature.count()).toBe(1)
    expect(await database.confirmationLink.count()).toBe(1)
    expect(await database.mail.count()).toBe(1)
  })

  test('twenty people who sign and confirm together are twenty', async () => {
    const people = Array.from({ length: 20 }, (_, place) =>
      details({ email: `signatory.${place}@example.org`, country: place % 2 ? 'FR' : 'BE' }),
    )
    await Promise.all(people.map(person => signLetter(person)))
    const tokens = (await deliverMails()).map(tokenIn)
    await Promise.all([...tokens, ...tokens].map(token => confirmSignature(token)))
    expect(await readTally(0)).toMatchObject({ signatures: 20, individuals: 20, countries: 2 })
  })
})

describe('the tally', () => {
  test('is counted once for all who ask at the same time, and is never older than they accept', async () => {
    const before = new Date().toISOString()
    const tallies = await Promise.all(Array.from({ length: 100 }, () => readTally(0)))
    expect(new Set(tallies.map(({ asOf }) => asOf)).size).toBeLessThanOrEqual(2)
    expect(tallies.every(({ asOf }) => asOf >= before)).toBe(true)
    expect(await readTally(60)).toEqual(tallies.at(-1))
  })

  test('counts a confirmation that came before it was asked for', async () => {
    await readTally(0)
    await signLetter(camille)
    await confirmSignature(tokenIn((await deliverMails())[0]))
    expect(await readTally(60)).toMatchObject({ signatures: 0 })
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
  })
})
