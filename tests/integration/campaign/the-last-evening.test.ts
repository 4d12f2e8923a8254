import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { scheduleCampaign } from '#lib/campaign/schedule-campaign.ts'
import { database } from '#lib/database/client.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { verifyCode } from '#lib/signatures/verify-code.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { codeIn, deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, idris } from '../../support/people/signatories.ts'

const FORM = { name: 'Camille Roux', email: camille.email, consent: 'on' }
const CLOSING = new Date()
const hours = (count: number) => new Date(CLOSING.getTime() + count * HOUR_MS)

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
})

/** The mail of a form goes out so many hours after closing. */
async function mailedAfter(count: number) {
  const [mail] = await deliverMails()
  await database.mail.updateMany({ data: { sentAt: hours(count) } })
  return mail
}

describe('Lucie closes the letter', () => {
  test('Camille, who had signed before, confirms the next morning', async () => {
    await signLetter(camille, hours(-1))
    const mail = await mailedAfter(-1)
    await moveCampaign(lucie, 'close', CLOSING)
    expect(await submitSignature(FORM, '203.0.113.7')).toEqual({ outcome: 'closed' })
    expect(await verifyCode(camille.email, codeIn(mail), hours(-0.9))).toMatchObject({
      outcome: 'verified',
    })
    expect(await readConfirmationLink(tokenIn(mail), hours(23.9))).toMatchObject({ state: 'ready' })
    expect(await confirmSignature(tokenIn(mail), hours(23.9))).toEqual({ outcome: 'confirmed' })
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
  })

  test('Idris, who comes after a day, is told that it is over', async () => {
    await signLetter(idris, hours(-1))
    const mail = await mailedAfter(-1)
    await moveCampaign(lucie, 'close', CLOSING)
    expect(await confirmSignature(tokenIn(mail), hours(24))).toEqual({ outcome: 'closed' })
    expect(await readTally(0)).toMatchObject({ signatures: 0 })
  })

  test('whose mail was late has a day from its coming, and three from closing at most', async () => {
    await signLetter(camille, hours(-1))
    await moveCampaign(lucie, 'close', CLOSING)
    const mail = await mailedAfter(30)
    expect(await readConfirmationLink(tokenIn(mail), hours(53.9))).toMatchObject({ state: 'ready' })
    expect(await readConfirmationLink(tokenIn(mail), hours(54))).toEqual({ state: 'closed' })
    await database.mail.updateMany({ data: { sentAt: hours(60) } })
    expect(await readConfirmationLink(tokenIn(mail), hours(71.9))).toMatchObject({ state: 'ready' })
    expect(await readConfirmationLink(tokenIn(mail), hours(72))).toEqual({ state: 'closed' })
  })

  test('a mail that may just be arriving counts as arriving now', async () => {
    await signLetter(camille, hours(-1))
    const mail = await mailedAfter(-1)
    await database.mail.updateMany({ data: { status: 'unknown', sentAt: null } })
    await moveCampaign(lucie, 'close', CLOSING)
    expect(await readConfirmationLink(tokenIn(mail), hours(71.9))).toMatchObject({ state: 'ready' })
  })
})

describe('what the outbox does about it', () => {
  test('a mail that goes before a closing by date names the true end', async () => {
    await scheduleCampaign(lucie, { opensAt: '', closesAt: inTwoDays() })
    await signLetter(camille)
    const [mail] = await deliverMails()
    expect(mail?.text).toMatch(/Confirmez\s+avant\s+le\s.*\(Europe\/Zurich\)/s)
  })

  test('without a closing date nothing is said of one', async () => {
    await signLetter(camille)
    const [mail] = await deliverMails()
    expect(mail?.text).not.toMatch(/Confirmez\s+avant/)
  })

  test('a late mail goes, and none once the count is final', async () => {
    await signLetter(camille)
    await moveCampaign(lucie, 'close', hours(-71))
    await signLetter(idris)
    expect(await deliverMails()).toHaveLength(2)
    await database.mail.updateMany({ data: { status: 'waiting', sentAt: null } })
    await database.campaignRun.updateMany({ data: { closedAt: hours(-72.5) } })
    expect(await deliverMails()).toEqual([])
    expect(await database.mail.count()).toBe(0)
  })

  test('news of one who is held goes on: it asks for nothing', async () => {
    await signLetter(camille)
    await database.signature.updateMany({ data: { status: 'held' } })
    const { id: signatureId } = await database.signature.findFirstOrThrow()
    await database.mail.updateMany({ data: { kind: 'held', signatureId } })
    await moveCampaign(lucie, 'close', hours(-100))
    expect(await deliverMails()).toHaveLength(1)
  })
})

test('a letter that opens again has no last evening', async () => {
  await moveCampaign(lucie, 'close', hours(-100))
  expect(await database.campaignRun.findFirst()).toMatchObject({ closedAt: hours(-100) })
  await moveCampaign(lucie, 'reopen')
  expect(await database.campaignRun.findFirst()).toMatchObject({ closedAt: null })
})

function inTwoDays() {
  return hours(48).toISOString().slice(0, 16)
}
