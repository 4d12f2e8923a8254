import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { randomToken } from '#lib/security/tokens.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { openOwnSignature, shownBy, signAndConfirm } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, details, idris } from '../../support/people/signatories.ts'

const START = new Date('2026-05-26T10:00:00Z').getTime()
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const at = (ms: number) => new Date(START + ms)

const idrisAsCamille = { ...idris, email: camille.email }

beforeEach(emptyDatabase)

describe('Idris signs with Camille’s address', () => {
  test('after her: her browser shows her own words first, and his beside them', async () => {
    const hers = randomToken()
    await signLetter(camille, at(0), { browserHash: hers.tokenHash })
    const token = tokenIn((await deliverMails())[0])
    await signLetter(idrisAsCamille, at(HOUR_MS), { browserHash: randomToken().tokenHash })
    const browserToken = hers.token
    expect(await shownBy(token, at(HOUR_MS), browserToken)).toEqual([camille, idrisAsCamille])
    await confirmSignature(token, at(HOUR_MS), { browserToken })
    expect(await database.signature.findMany()).toMatchObject([{ ...camille, status: 'confirmed' }])
  })

  test('before her: each of her mails shows both, her own words first', async () => {
    await signLetter(idrisAsCamille, at(0))
    await signLetter(camille, at(HOUR_MS))
    const mails = await deliverMails()
    const shown = await Promise.all(mails.map(mail => shownBy(tokenIn(mail), at(HOUR_MS))))
    expect(shown).toEqual(Array(2).fill([camille, idrisAsCamille]))
    await confirmSignature(tokenIn(mails[0]), at(HOUR_MS))
    expect(await database.signature.findMany()).toMatchObject([
      { ...camille, status: 'confirmed', searchKey: 'camille roux' },
    ])
  })

  test('then his mail no longer does anything', async () => {
    await signLetter(idrisAsCamille, at(0))
    await signLetter(camille, at(HOUR_MS))
    const [his, hers] = (await deliverMails()).map(tokenIn)
    await confirmSignature(hers, at(HOUR_MS))
    expect(await confirmSignature(his, at(HOUR_MS))).toEqual({ outcome: 'already-confirmed' })
    expect(await confirmSignature(his, at(2 * HOUR_MS))).toEqual({ outcome: 'confirmed-before' })
    expect(await database.signature.findMany()).toMatchObject([{ name: camille.name }])
  })

  test('once she has confirmed: nothing of hers changes, and one mail tells her, once', async () => {
    await signLetter(camille, at(0))
    await confirmSignature(tokenIn((await deliverMails())[0]), at(1))
    const [before] = await database.signature.findMany()
    for (let day = 1; day <= 30; day += 1) await signLetter(idrisAsCamille, at(day * DAY_MS))
    expect(await database.signature.findMany()).toEqual([before])
    const mails = await deliverMails()
    expect(mails.map(({ to, text }) => [to, text.includes(idris.name)])).toEqual([
      [camille.email, false],
    ])
    expect(await database.mail.count({ where: { kind: 'already_signed' } })).toBe(1)
  })

  test('twenty times at once, once she has confirmed: still one mail', async () => {
    await signLetter(camille, at(0))
    await confirmSignature(tokenIn((await deliverMails())[0]), at(1))
    await Promise.all(Array.from({ length: 20 }, () => signLetter(idrisAsCamille, at(DAY_MS))))
    expect(await deliverMails()).toHaveLength(1)
  })

  test('again and again: at most 1 mail in a quarter of an hour, 3 in a day, 5 ever', async () => {
    const mailsAfter = async (ms: number) => {
      await signLetter(idrisAsCamille, at(ms))
      return database.mail.count()
    }
    expect(await mailsAfter(0)).toBe(1)
    expect(await mailsAfter(15 * MINUTE_MS - 1)).toBe(1)
    expect(await mailsAfter(15 * MINUTE_MS)).toBe(2)
    expect(await mailsAfter(HOUR_MS)).toBe(3)
    expect(await mailsAfter(2 * HOUR_MS)).toBe(3)
    expect(await mailsAfter(DAY_MS)).toBe(4)
    expect(await mailsAfter(3 * DAY_MS)).toBe(5)
    for (let day = 4; day < 60; day += 1) expect(await mailsAfter(day * DAY_MS)).toBe(5)
  })
})

describe('one address, however it is written, is one signature', () => {
  test.each([
    ['camille.roux+lettre@example.org', 'camille.roux@example.org'],
    ['camille.roux+a+b@example.org', 'camille.roux+c@example.org'],
    ['c.a.mille@gmail.com', 'camille+x@googlemail.com'],
  ])('%s after %s', async (later, first) => {
    await signLetter(details({ email: first }), at(0))
    await confirmSignature(tokenIn((await deliverMails())[0]), at(1))
    await signLetter(details({ email: later }), at(DAY_MS))
    expect(await database.signature.findMany()).toMatchObject([{ email: first }])
    const mails = await deliverMails()
    expect(mails.map(({ to }) => to)).toEqual([first])
  })
})

describe('nobody learns from the site who signed', () => {
  test('new, waiting, confirmed, withdrawn and suppressed addresses get the same outcome', async () => {
    const unknown = await signLetter(camille, at(0))
    const pending = await signLetter(camille, at(DAY_MS))
    await confirmSignature(tokenIn((await deliverMails())[0]), at(DAY_MS))
    const confirmed = await signLetter(camille, at(2 * DAY_MS))
    await withdrawSignature(await openOwnSignature(camille), true)
    const suppressed = await signLetter(camille, at(3 * DAY_MS))
    await signAndConfirm(idris)
    await withdrawSignature(await openOwnSignature(idris), false)
    const withdrawn = await signLetter(idris, at(4 * DAY_MS))
    expect([pending, confirmed, withdrawn, suppressed]).toEqual(Array(4).fill(unknown))
  })

  test('who withdrew stays withdrawn until a new mail is confirmed', async () => {
    await signAndConfirm(camille, at(0))
    await withdrawSignature(await openOwnSignature(camille), false)
    await deliverMails()
    await signLetter(camille, at(DAY_MS))
    const statuses = async () =>
      (await database.signature.findMany({ orderBy: { submittedAt: 'asc' } })).map(
        ({ status }) => status,
      )
    expect(await statuses()).toEqual(['withdrawn', 'pending'])
    const again = tokenIn((await deliverMails())[0])
    expect(await confirmSignature(again, at(DAY_MS))).toEqual({ outcome: 'confirmed' })
    expect(await statuses()).toEqual(['withdrawn', 'confirmed'])
  })
})
