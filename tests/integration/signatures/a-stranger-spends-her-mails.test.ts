import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { confirmationLinkDays } from '#lib/signatures/confirmation-link.ts'
import { MOST_FORMS_WITHOUT_MAIL } from '#lib/signatures/keep-form.ts'
import {
  CONFIRMATION_MAIL_LIMITS,
  MAIL_LIMITS_OF_ONE_NETWORK,
} from '#lib/suppression/mail-limits.ts'
import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { shownBy, signatureOf } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, forged, hers } from '../../support/people/signatories.ts'

const START = new Date('2026-05-26T10:00:00Z').getTime()
const at = (minutes: number) => new Date(START + minutes * MINUTE_MS)

beforeEach(emptyDatabase)

/** How many mails asked an address to confirm. */
const mails = () => database.mail.count({ where: { kind: { in: ['confirm', 'reminder'] } } })

describe('a stranger spends an address’s mails', () => {
  const [, daily, ever] = CONFIRMATION_MAIL_LIMITS
  const strangers = MAIL_LIMITS_OF_ONE_NETWORK.at(-1)?.mails ?? 0

  test('from one network he leaves Camille some, on the first day and ever', async () => {
    for (let hour = 0; hour < 10; hour += 1) await signLetter(forged, at(hour * 60))
    expect(await mails()).toBeLessThan(daily.mails)
    await signLetter(hers, at(10 * 60))
    expect(await mails()).toBe(daily.mails)
    for (let day = 2; day < 10; day += 1) await signLetter(forged, at(day * 24 * 60))
    const left = ever.mails - (strangers + 1)
    await signLetter({ ...hers, statement: 'Encore.' }, at(10 * 24 * 60))
    expect(await mails()).toBe(ever.mails - left + 1)
  })

  test('from many networks all five: any of them shows what she sends, and confirms it', async () => {
    for (let day = 0; day < 8; day += 1) {
      await signLetter({ ...forged, networkHash: `network-${day}` }, at(day * 24 * 60))
    }
    const tokens = (await deliverMails()).map(tokenIn)
    expect(tokens).toHaveLength(ever.mails)
    const now = at(8 * 24 * 60)
    await signLetter(hers, now)
    expect(await mails()).toBe(ever.mails)
    for (const token of tokens) {
      expect((await shownBy(token, new Date(now.getTime() + 1)))?.[0]).toEqual(hers)
    }
    await confirmSignature(tokens[1], now)
    expect(await signatureOf(camille)).toMatchObject({ ...hers, status: 'confirmed' })
  })

  test('a thousand forms keep her own, and a bounded number of his', async () => {
    await signLetter(forged, at(0))
    await signLetter(hers, at(1))
    for (let form = 0; form < 60; form += 1) {
      await signLetter({ ...forged, role: `Ministre ${form}` }, at(2))
    }
    expect(await database.confirmationLink.count()).toBe(MOST_FORMS_WITHOUT_MAIL + 1)
    const shown = await shownBy(tokenIn((await deliverMails())[0]), at(3))
    expect(shown).toContainEqual(hers)
  })

  test('forms alone keep nothing alive: with its last mail it is forgotten, and may begin anew', async () => {
    const minutes = (days: number) => days * 24 * 60
    await signLetter(forged, at(0))
    await database.mail.updateMany({ data: { createdAt: at(0) } })
    for (let day = 1; day < 40; day += 1) {
      await signLetter({ ...forged, role: `Jour ${day}` }, at(minutes(day)))
    }
    const lastMail = await database.mail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    const end = new Date(lastMail.createdAt.getTime() + confirmationLinkDays() * DAY_MS + 1)
    await enforceRetention(end)
    expect(await database.signature.count()).toBe(0)
    await signLetter(hers, end)
    expect(await mails()).toBe(1)
  })
})
