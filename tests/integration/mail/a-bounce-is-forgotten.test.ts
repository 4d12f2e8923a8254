import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { receiveWebhook } from '#lib/mail/webhooks/receive-webhook.ts'
import {
  findSuppressedKey,
  liftSuppression,
  listSuppressed,
  readSuppressed,
} from '#lib/overview/mail/suppressions.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import {
  ASK_AGAIN_AFTER_HOURS,
  BOUNCE_LASTS_DAYS,
  isSuppressed,
  suppressAddress,
  suppressedAmong,
} from '#lib/suppression/suppression.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { bounceOf, signed, WEBHOOK_SECRET } from '../../support/fakes/resend-webhooks.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, details } from '../../support/people/signatories.ts'

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)
const inDays = (days: number) => inHours(24 * days)

beforeEach(emptyDatabase)

async function bounce(mailId: string) {
  const body = bounceOf({ mailId }, 'Permanent')
  return receiveWebhook(body, signed(body), [WEBHOOK_SECRET])
}

/** Camille signs, and her mail comes back. */
async function camillesMailBounces() {
  await signLetter(camille)
  await deliverMails()
  const { id } = await database.mail.findFirstOrThrow({ orderBy: { id: 'desc' } })
  await bounce(id)
}

const mailsAfter = async (hours: number) => {
  await signLetter(camille, inHours(hours))
  return (await deliverMails()).length
}

describe('a mail of Camille’s came back', () => {
  beforeEach(camillesMailBounces)

  test('she asks once, and gets none; a day later she asks again, and gets one', async () => {
    expect(await mailsAfter(1)).toBe(0)
    expect(await mailsAfter(2)).toBe(0)
    expect(await mailsAfter(ASK_AGAIN_AFTER_HOURS)).toBe(0)
    expect(await mailsAfter(1 + ASK_AGAIN_AFTER_HOURS)).toBe(1)
    expect(await isSuppressed(database, camille.email)).toBe(false)
  })

  test('if it comes back again, it begins anew', async () => {
    await mailsAfter(1)
    await signLetter(camille, inHours(30))
    await deliverMails()
    const newest = await database.mail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    await bounce(newest.id)
    expect(await mailsAfter(60)).toBe(0)
    expect(await database.suppression.findMany()).toMatchObject([{ reason: 'bounced' }])
  })

  test('after a month it is forgotten, and deleted', async () => {
    expect(await isSuppressed(database, camille.email, inDays(BOUNCE_LASTS_DAYS - 1))).toBe(true)
    expect(await isSuppressed(database, camille.email, inDays(BOUNCE_LASTS_DAYS + 1))).toBe(false)
    const done = await enforceRetention(inDays(BOUNCE_LASTS_DAYS + 1))
    expect(done).toContainEqual(expect.objectContaining({ name: 'bounces', rows: 1 }))
    expect(await database.suppression.count()).toBe(0)
  })

  test('her wish for no mail is one, however often somebody signs for her, and for ever', async () => {
    await suppressAddress(database, camille.email)
    for (const hours of [1, 30, 60, 24 * 400]) expect(await mailsAfter(hours)).toBe(0)
    await enforceRetention(inDays(400))
    expect(await database.suppression.findMany()).toMatchObject([
      { reason: 'unsubscribed', signatureId: null },
    ])
  })

  test('a complaint stands too, and no later bounce takes its place', async () => {
    await suppressAddress(database, camille.email, 'complained')
    await suppressAddress(database, camille.email, 'bounced')
    for (const hours of [1, 30, 60]) expect(await mailsAfter(hours)).toBe(0)
    expect(await database.suppression.findMany()).toMatchObject([{ reason: 'complained' }])
  })

  test('Léa sees it with its reason, lets her be written to, and that is written down', async () => {
    const { suppressed } = await listSuppressed(lea)
    expect(suppressed).toMatchObject([
      { address: camille.email, reason: 'bounced', mayLift: true, isAskedAgain: false },
    ])
    const key = suppressed[0]?.key ?? ''
    expect(await liftSuppression(lea, key)).toEqual({ outcome: 'lifted' })
    expect(await liftSuppression(lea, key)).toEqual({ outcome: 'not-possible' })
    expect(await mailsAfter(1)).toBe(1)
    const events = await database.auditRecord.findMany({ orderBy: { id: 'asc' } })
    expect(events.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['suppressions-seen', null],
      ['suppression-lifted', key],
    ])
    expect(JSON.stringify(events.map(({ details }) => details))).not.toContain('@')
  })
})

describe('what Léa finds', () => {
  test('an address by any of its spellings, and none by a part of it', async () => {
    await suppressAddress(database, 'a.b@gmail.com', 'bounced')
    const found = await findSuppressedKey(' A.B+letter@GoogleMail.com ')
    expect(found).toMatchObject({ outcome: 'found' })
    expect(await readSuppressed('key' in found ? found.key : '')).toMatchObject({ address: null })
    expect(await findSuppressedKey('a@gmail.com')).toEqual({ outcome: 'none' })
    expect(await findSuppressedKey('gmail.com')).toEqual({ outcome: 'no-address' })
    for (const odd of [undefined, ['x'], 'x', `${'a'.repeat(42)}%`]) {
      expect(await readSuppressed(odd)).toBeNull()
    }
  })

  test.each(['unsubscribed', 'complained'] as const)('%s cannot be lifted', async reason => {
    await suppressAddress(database, camille.email, reason)
    const { suppressed } = await listSuppressed(lea)
    expect(suppressed).toMatchObject([{ reason, mayLift: false, address: null }])
    expect(await liftSuppression(lea, suppressed[0]?.key ?? '')).toEqual({
      outcome: 'not-possible',
    })
    expect(await isSuppressed(database, camille.email)).toBe(true)
  })

  test('what was suppressed before spellings became one is suppressed still', async () => {
    const before = 'a-b@proton.me'
    const keyHash = keyedHash('suppression', before)
    await database.suppression.create({ data: { keyHash } })
    expect(await isSuppressed(database, before)).toBe(true)
    await signLetter(details({ email: before }))
    expect(await database.signature.count()).toBe(0)
  })

  test('each of the spellings that are asked about at once is found', async () => {
    await suppressAddress(database, 'a.b@gmail.com', 'bounced')
    const spellings = ['a.b@gmail.com', 'ab+x@gmail.com', 'ab@googlemail.com']
    expect([...(await suppressedAmong(database, spellings))]).toEqual(spellings)
  })

  test('all of them, page by page, each once', async () => {
    await database.suppression.createMany({
      data: Array.from({ length: 120 }, (_, place) => ({
        keyHash: String(place).padStart(43, 'k'),
        createdAt: new Date(Date.now() - Math.floor(place / 3) * 1_000),
      })),
    })
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const page = await listSuppressed(lea, after ?? undefined)
      seen.push(...page.suppressed.map(({ key }) => key))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })
})
