import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { EVERYONE } from '#lib/broadcasts/audience.ts'
import { countRecipients } from '#lib/broadcasts/count-recipients.ts'
import { countBoundSignatures } from '#lib/campaign/bound-signatures.ts'
import { readCampaignRun, readCampaignState } from '#lib/campaign/campaign-run.ts'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { previewToken } from '#lib/campaign/preview-link.ts'
import { scheduleCampaign } from '#lib/campaign/schedule-campaign.ts'
import { clearTrials, countTrials } from '#lib/campaign/trials.ts'
import { writeSiteNotice } from '#lib/campaign/write-site-notice.ts'
import { database } from '#lib/database/client.ts'
import { checkCounts } from '#lib/signatures/check-counts.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { addWebhook } from '#lib/webhooks/change-webhooks.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { signAndConfirm } from '../../support/people/self-service.ts'
import { camille, details } from '../../support/people/signatories.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const at = (moment: string) => new Date(`2026-11-${moment}:00Z`)
const NOTES = { fr: 'Nous comptons.', en: 'We count.' }

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
})

describe('a pause', () => {
  test('asks for its sentence in each language', async () => {
    const some = { notes: { fr: 'Nous comptons.', en: ' ' } }
    expect(await moveCampaign(lucie, 'pause', NOW, some)).toEqual({
      outcome: 'refused',
      faults: { en: 'required' },
    })
    expect(await readCampaignState(NOW)).toBe('open')
    await moveCampaign(lucie, 'pause', NOW, { notes: NOTES })
    expect(await readCampaignRun()).toMatchObject({
      state: 'paused',
      pauseNotes: NOTES,
      pausedAt: NOW,
    })
  })

  test.each([
    [true, at('30T17:00')],
    [false, at('28T17:00')],
  ])('when it ends its days are added: %s', async (extendsClosing, closesAt) => {
    await scheduleCampaign(lucie, { opensAt: '', closesAt: '2026-11-28T18:00' }, NOW)
    await moveCampaign(lucie, 'pause', NOW, { notes: NOTES })
    await moveCampaign(lucie, 'resume', at('22T11:00'), { extendsClosing })
    expect(await readCampaignRun()).toMatchObject({ state: 'open', closesAt, pausedAt: null })
    const [last] = (await readAuditEvents('campaign-moved')).slice(-1)
    expect(last?.details).toMatchObject(extendsClosing ? { extendedByDays: 2 } : { to: 'open' })
  })
})

test('a pause may be given its end, on which the form comes back by itself', async () => {
  await moveCampaign(lucie, 'pause', NOW, { notes: NOTES })
  const dates = { opensAt: '2026-11-22T09:00', closesAt: '2026-11-28T18:00' }
  expect(await scheduleCampaign(lucie, dates, NOW)).toEqual({ outcome: 'scheduled' })
  expect(await readCampaignState(at('22T07:59'))).toBe('paused')
  expect(await readCampaignState(at('22T08:00'))).toBe('open')
  expect(await readCampaignState(at('28T17:00'))).toBe('closed')
  // Once it is open, there is nothing to resume by a date; paused again, it stays so.
  expect(await scheduleCampaign(lucie, dates, at('22T08:00'))).toMatchObject({ opensAt: 'past' })
  await moveCampaign(lucie, 'pause', at('22T10:00'), { notes: NOTES })
  expect(await readCampaignState(at('24T08:00'))).toBe('paused')
})

test('a closing may have a sentence, and none that is an address', async () => {
  const wrong = { notes: { en: 'https://example.org' } }
  expect(await moveCampaign(lucie, 'close', NOW, wrong)).toMatchObject({ faults: { en: 'url' } })
  await moveCampaign(lucie, 'close', NOW, { notes: { en: 'Thank you.' } })
  expect(await readCampaignRun()).toMatchObject({ closingNotes: { en: 'Thank you.' } })
})

test('the sentence of a closing may be given beforehand with its date, and taken away again', async () => {
  const dates = { opensAt: '', closesAt: '2026-11-28T18:00' }
  const wrong = { ...dates, closingNotes: { en: 'https://example.org' } }
  expect(await scheduleCampaign(lucie, wrong, NOW)).toEqual({
    outcome: 'refused',
    closingNotes: { en: 'url' },
  })
  expect(await readCampaignRun()).toMatchObject({ closesAt: null, closingNotes: {} })
  const closingNotes = { fr: 'Merci.', en: ' ' }
  await scheduleCampaign(lucie, { ...dates, closingNotes }, NOW)
  expect(await readCampaignState(at('28T18:00'))).toBe('closed')
  expect(await readCampaignRun()).toMatchObject({ closingNotes: { fr: 'Merci.' } })
  await scheduleCampaign(lucie, dates, NOW)
  expect(await readCampaignRun()).toMatchObject({ closingNotes: { fr: 'Merci.' } })
  await moveCampaign(lucie, 'close', NOW, { notes: { fr: '', en: '' } })
  expect(await readCampaignRun()).toMatchObject({ state: 'closed', closingNotes: {} })
})

test('the notice is shown in every language or in none', async () => {
  expect(await writeSiteNotice(lucie, { fr: 'Avis' }, true)).toMatchObject({ outcome: 'refused' })
  expect(await writeSiteNotice(lucie, { fr: 'Avis' }, false)).toEqual({ outcome: 'written' })
  await writeSiteNotice(lucie, { fr: 'Avis', en: 'Notice' }, true)
  expect(await readCampaignRun()).toMatchObject({
    siteNotices: { fr: 'Avis', en: 'Notice' },
    showsNotice: true,
  })
  expect(await readAuditEvents('site-notice-written')).toHaveLength(2)
})

test('a letter that people signed goes back to its preview only once Lucie knows of them', async () => {
  await signAndConfirm(camille)
  expect(await moveCampaign(lucie, 'conceal')).toEqual({ outcome: 'ask-again' })
  expect(await readCampaignState()).toBe('open')
  expect(await countBoundSignatures()).toBe(1)
  const sure = await moveCampaign(lucie, 'conceal', undefined, { isSure: true })
  expect(sure).toEqual({ outcome: 'moved' })
})

describe('what was signed in a preview', () => {
  beforeEach(async () => {
    await signAndConfirm(details({ email: 'early@example.org' }))
    await moveCampaign(lucie, 'conceal', undefined, { isSure: true })
    await signInPreview(camille.email)
  })

  test('is a trial of which no system hears, and nobody writes to', async () => {
    await addWebhook(lucie, 'https://crm.example.org/hook')
    await signInPreview('noor@example.org')
    expect(await database.webhookMessage.count()).toBe(0)
    const everyone = { ...EVERYONE, privacyVersion: null }
    expect((await countRecipients(everyone)).total).toBe(0)
    await moveCampaign(lucie, 'open', new Date(), { trials: 'keep' })
    expect((await countRecipients(everyone)).total).toBe(2)
  })

  test('is a trial, and counts nowhere', async () => {
    expect(await countTrials()).toBe(1)
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
    await checkCounts()
    expect(await database.signatureCountCheck.findFirst()).toMatchObject({ differences: 0 })
    expect(await clearTrials()).toBe(0)
  })

  test('keeps the letter from opening until Lucie says what becomes of it', async () => {
    expect(await moveCampaign(lucie, 'open')).toEqual({ outcome: 'choose-trials' })
    expect(await readCampaignState()).toBe('preview')
    expect(await countTrials()).toBe(1)
  })

  test('is taken away when the letter opens, with all that belongs to it', async () => {
    await moveCampaign(lucie, 'open', new Date(), { trials: 'remove' })
    expect(await countTrials()).toBe(0)
    expect(await database.signature.count()).toBe(1)
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
    const [last] = (await readAuditEvents('campaign-moved')).slice(-1)
    expect(last?.details).toMatchObject({ to: 'open', trials: 1, trialsKept: false })
  })

  test('counts from then on where Lucie keeps it', async () => {
    await moveCampaign(lucie, 'open', new Date(), { trials: 'keep' })
    expect(await countTrials()).toBe(0)
    expect(await readTally(0)).toMatchObject({ signatures: 2 })
    await checkCounts()
    expect(await database.signatureCountCheck.findFirst()).toMatchObject({ differences: 0 })
  })

  test('goes by itself where a date opens the letter', async () => {
    await database.campaignRun.updateMany({ data: { opensAt: new Date(Date.now() - 1_000) } })
    expect(await clearTrials()).toBe(1)
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
  })
})

async function signInPreview(email: string) {
  const form = { name: 'Camille Roux', email, consent: 'on', updates: 'on' }
  await submitSignature(form, '203.0.113.7', previewToken(await readCampaignRun()))
  await confirmSignature(tokenIn((await deliverMails()).at(-1)))
}
