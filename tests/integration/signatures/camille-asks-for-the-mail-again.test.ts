import { beforeEach, describe, expect, test } from 'vitest'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { database } from '#lib/database/client.ts'
import { randomToken } from '#lib/security/tokens.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { resendConfirmation } from '#lib/signatures/resend-confirmation.ts'
import { CONFIRMATION_MAIL_LIMITS } from '#lib/suppression/mail-limits.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { signatureOf } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, forged, hers } from '../../support/people/signatories.ts'

const START = new Date('2026-05-26T10:00:00Z').getTime()
const [SOON] = CONFIRMATION_MAIL_LIMITS
const LATER = SOON.withinMs / MINUTE_MS + 1
const at = (minutes: number) => new Date(START + minutes * MINUTE_MS)

let browser: ReturnType<typeof randomToken>

beforeEach(async () => {
  await emptyDatabase()
  browser = randomToken()
})

const sign = (form = hers, minutes = 0) =>
  signLetter(form, at(minutes), { browserHash: browser.tokenHash })

const again = (minutes: number, given: { address?: string | null; browserToken?: unknown } = {}) =>
  resendConfirmation(
    { address: camille.email, browserToken: browser.token, clientAddress: '192.0.2.1', ...given },
    at(minutes),
  )

const mails = () => database.mail.count({ where: { kind: 'confirm' } })

test('a quarter of an hour later a new mail comes, whose link shows and confirms the same form', async () => {
  await sign()
  expect(await again(LATER)).toEqual({ outcome: 'accepted' })
  const [, second] = await deliverMails()
  expect(await confirmSignature(tokenIn(second), at(LATER + 1))).toEqual({ outcome: 'confirmed' })
  expect(await signatureOf(camille)).toMatchObject(hers)
})

test('pressed at once, or again and again, it brings no more mails than the limits allow', async () => {
  await sign()
  await again(1)
  expect(await mails()).toBe(1)
  for (let minutes = LATER; minutes < 10 * LATER; minutes += LATER) await again(minutes)
  expect(await mails()).toBe(2)
})

test('of two forms it asks about the one of this browser', async () => {
  await sign()
  await signLetter(forged, at(1), { browserHash: randomToken().tokenHash })
  await again(LATER)
  const newest = await database.confirmationLink.findFirstOrThrow({
    orderBy: { createdAt: 'desc' },
  })
  expect(newest.details).toMatchObject({ isPublic: false })
})

describe('the answer is the same, and nothing changes', () => {
  test.each([
    ['for who knows her address, and has sent no form', { browserToken: randomToken().token }],
    ['without the secret of the browser', { browserToken: undefined }],
    ['for an address that never signed', { address: 'nobody@example.org' }],
    ['once the browser forgot the address', { address: null }],
  ])('%s', async (_, given) => {
    await sign()
    const before = await dumpDatabase()
    expect(await again(LATER, given)).toEqual({ outcome: 'accepted' })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('once she has confirmed', async () => {
    await sign()
    await confirmSignature(tokenIn((await deliverMails())[0]), at(1))
    expect(await again(LATER)).toEqual({ outcome: 'accepted' })
    expect(await mails()).toBe(1)
  })

  test('once signing has closed: a new mail would put its end off', async () => {
    await sign()
    await moveCampaign(await anOrganiser('Lucie', 'owner'), 'close', at(2))
    expect(await again(LATER)).toEqual({ outcome: 'accepted' })
    expect(await mails()).toBe(1)
  })
})
