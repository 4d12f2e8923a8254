import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import {
  CODE_LIFETIME_MINUTES,
  CODE_TRIES,
  confirmationLinkDays,
} from '#lib/signatures/confirmation-link.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { dumpDatabase } from '../../../support/database/dump-database.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { codeIn, deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import { confirmByCode, signatureOf } from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { camille, details } from '../../../support/people/signatories.ts'

const START = new Date('2026-05-26T10:00:00Z').getTime()
const at = (minutes: number) => new Date(START + minutes * MINUTE_MS)

beforeEach(emptyDatabase)

/** @param waited how many minutes its mail waits in the outbox. */
async function codeFor(person = camille, minutes = 0, waited = 0) {
  await signLetter(person, at(minutes))
  const code = codeIn((await deliverMails()).at(-1))
  await database.mail.updateMany({ data: { sentAt: at(minutes + waited) } })
  return code
}

/** A code that is not this one. */
const otherThan = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

/** A code in the digits of the script whose zero this is. */
const inDigitsFrom = (code: string, zero: string) =>
  [...code].map(digit => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit))).join('')

describe('Camille’s gateway breaks links: she types the code', () => {
  test('it confirms what she wrote', async () => {
    const code = await codeFor()
    expect(await confirmByCode(camille.email, code, at(1))).toEqual({ outcome: 'confirmed' })
    expect(await signatureOf(camille)).toMatchObject({ ...camille, status: 'confirmed' })
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
  })

  test.each([
    ['with a space', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['with a no-break space', (code: string) => `${code.slice(0, 3)}\u00a0${code.slice(3)}`],
    ['in Arabic digits', (code: string) => inDigitsFrom(code, '٠')],
    ['in Persian digits', (code: string) => inDigitsFrom(code, '۰')],
    ['in Devanagari digits', (code: string) => inDigitsFrom(code, '०')],
    ['in full-width digits', (code: string) => inDigitsFrom(code, '０')],
    ['with a hyphen and blanks around', (code: string) => ` ${code.slice(0, 3)}-${code.slice(3)} `],
  ])('%s it is the same code', async (_, write) => {
    const code = await codeFor()
    expect(await confirmByCode(' Camille.Roux@Example.org ', write(code), at(1))).toEqual({
      outcome: 'confirmed',
    })
  })

  test('the link still works beside it, and then the code no longer does', async () => {
    await signLetter(camille, at(0))
    const [mail] = await deliverMails()
    expect(await confirmSignature(tokenIn(mail), at(1))).toEqual({ outcome: 'confirmed' })
    expect(await confirmByCode(camille.email, codeIn(mail), at(1))).toEqual({
      outcome: 'wrong-code',
    })
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
  })

  test('its time begins when its mail goes out, however long that waited', async () => {
    const code = await codeFor(camille, 0, CODE_LIFETIME_MINUTES * 2)
    const end = at(CODE_LIFETIME_MINUTES * 3)
    expect(await confirmByCode(camille.email, code, end)).toEqual({ outcome: 'wrong-code' })
    const before = new Date(end.getTime() - 1)
    expect(await confirmByCode(camille.email, code, before)).toEqual({ outcome: 'confirmed' })
  })

  test('its link’s end is its end, however late its mail went out', async () => {
    const lifetime = confirmationLinkDays() * DAY_MS
    const code = await codeFor(camille, 0, lifetime / MINUTE_MS - 1)
    const end = new Date(START + lifetime)
    expect(await confirmByCode(camille.email, code, end)).toEqual({ outcome: 'wrong-code' })
    const before = new Date(end.getTime() - 1)
    expect(await confirmByCode(camille.email, code, before)).toEqual({ outcome: 'confirmed' })
  })

  test('it works while its mail was handed over and nobody knows whether it arrived', async () => {
    const code = await codeFor()
    await database.mail.updateMany({ data: { status: 'unknown', sentAt: null } })
    expect(await confirmByCode(camille.email, code, at(CODE_LIFETIME_MINUTES * 4))).toEqual({
      outcome: 'confirmed',
    })
  })

  test('it is in no table', async () => {
    const code = await codeFor()
    const dump = await dumpDatabase()
    expect(dump).not.toMatch(new RegExp(`(?<![0-9a-f-])${code}(?![0-9a-f])`))
  })
})

describe('somebody guesses', () => {
  test(`${CODE_TRIES} wrong codes use it up; a new mail brings a new one`, async () => {
    const code = await codeFor()
    for (let by = 1; by <= CODE_TRIES; by += 1) {
      expect(await confirmByCode(camille.email, otherThan(code, by), at(1))).toEqual({
        outcome: 'wrong-code',
      })
    }
    expect(await confirmByCode(camille.email, code, at(1))).toEqual({ outcome: 'wrong-code' })
    const next = await codeFor(camille, 16)
    expect(next).not.toBe(code)
    expect(await confirmByCode(camille.email, next, at(17))).toEqual({ outcome: 'confirmed' })
  })

  test('the last try still confirms', async () => {
    const code = await codeFor()
    for (let by = 1; by < CODE_TRIES; by += 1)
      await confirmByCode(camille.email, otherThan(code, by), at(1))
    expect(await confirmByCode(camille.email, code, at(1))).toEqual({ outcome: 'confirmed' })
  })

  test('twenty at once get five tries', async () => {
    const code = await codeFor()
    await Promise.all(
      Array.from({ length: 20 }, (_, by) =>
        confirmByCode(camille.email, otherThan(code, by + 1), at(1)),
      ),
    )
    expect(await database.confirmationLink.findMany()).toMatchObject([{ codeAttempts: CODE_TRIES }])
    expect(await confirmByCode(camille.email, code, at(1))).toEqual({ outcome: 'wrong-code' })
  })

  test('the right one, five times at once, confirms once', async () => {
    const code = await codeFor()
    const outcomes = await Promise.all(
      Array.from({ length: CODE_TRIES }, () => confirmByCode(camille.email, code, at(1))),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1)
    expect(await database.signatureEvent.count({ where: { kind: 'confirmed' } })).toBe(1)
  })

  test.each([[''], ['12345'], ['1234567'], ['abcdef'], [undefined], [123456], [['1', '2']]])(
    '%j is no code',
    async typed => {
      await codeFor()
      expect(await confirmByCode(camille.email, typed, at(1))).toEqual({ outcome: 'wrong-code' })
      expect(await signatureOf(camille)).toMatchObject({ status: 'pending' })
    },
  )

  test('another’s code confirms nothing of hers', async () => {
    await codeFor()
    const theirs = await codeFor(details({ email: 'someone@example.org' }))
    expect(await confirmByCode(camille.email, theirs, at(1))).toEqual({ outcome: 'wrong-code' })
    expect(await signatureOf(camille)).toMatchObject({ status: 'pending' })
  })
})

describe('an old code, an unknown address', () => {
  test(`after ${CODE_LIFETIME_MINUTES} minutes it no longer works, to the millisecond`, async () => {
    const code = await codeFor()
    const end = at(CODE_LIFETIME_MINUTES)
    expect(await confirmByCode(camille.email, code, end)).toEqual({ outcome: 'wrong-code' })
    const justBefore = new Date(end.getTime() - 1)
    expect(await confirmByCode(camille.email, code, justBefore)).toEqual({ outcome: 'confirmed' })
  })

  test('unknown, pending and confirmed addresses get the same answer, in the same time', async () => {
    const code = await codeFor()
    const confirmed = details({ email: 'someone@example.org' })
    await confirmByCode(confirmed.email, await codeFor(confirmed), at(1))
    for (const address of [camille.email, confirmed.email, 'nobody@example.org']) {
      const start = performance.now()
      const answer = await confirmByCode(address, otherThan(code), at(1))
      expect(answer).toEqual({ outcome: 'wrong-code' })
      expect(performance.now() - start).toBeGreaterThanOrEqual(50)
    }
  })
})
