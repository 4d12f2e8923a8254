import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { readCampaignRun, readCampaignState } from '#lib/campaign/campaign-run.ts'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { isPreviewToken, previewToken } from '#lib/campaign/preview-link.ts'
import { renewPreviewLink } from '#lib/campaign/renew-preview-link.ts'
import { scheduleCampaign } from '#lib/campaign/schedule-campaign.ts'
import { writePauseNotes } from '#lib/campaign/write-pause-notes.ts'
import { database } from '#lib/database/client.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { remindPending } from '#lib/signatures/remind-pending.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille } from '../../support/people/signatories.ts'

const FORM = { name: 'Camille Roux', email: camille.email, consent: 'on' }
const NOW = new Date('2026-11-20T12:00:00Z')
const at = (moment: string) => new Date(`2026-11-${moment}:00Z`)

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
})

describe('by hand', () => {
  test('Lucie pauses: nobody signs, yet the link that Camille has already been sent confirms', async () => {
    await signLetter(camille)
    const [mail] = await deliverMails()
    expect(await moveCampaign(lucie, 'pause')).toEqual({ outcome: 'moved' })
    expect(await submitSignature(FORM, '203.0.113.7')).toEqual({ outcome: 'paused' })
    expect(await confirmSignature(tokenIn(mail))).toEqual({ outcome: 'confirmed' })
    expect(await moveCampaign(lucie, 'resume')).toEqual({ outcome: 'moved' })
    expect(await submitSignature(FORM, '203.0.113.7')).toMatchObject({ outcome: 'accepted' })
  })

  test('once she has closed, links are refused and nobody is reminded of what can no longer be', async () => {
    await signLetter(camille, at('16T12:00'))
    const [mail] = await deliverMails()
    await moveCampaign(lucie, 'close', at('15T12:00'))
    expect(await submitSignature(FORM, '203.0.113.7')).toEqual({ outcome: 'closed' })
    expect(await confirmSignature(tokenIn(mail), NOW)).toEqual({ outcome: 'closed' })
    expect(await remindPending(at('21T12:00'))).toBe(0)
    await moveCampaign(lucie, 'reopen', NOW)
    expect(await confirmSignature(tokenIn(mail), NOW)).toEqual({ outcome: 'confirmed' })
  })

  test('of two owners who pause at once, one does, and the audit log holds one line', async () => {
    const both = [moveCampaign(lucie, 'pause'), moveCampaign(lucie, 'pause')]
    const outcomes = (await Promise.all(both)).map(({ outcome }) => outcome).sort()
    expect(outcomes).toEqual(['moved', 'not-possible'])
    expect(await readAuditEvents()).toMatchObject([
      { kind: 'campaign-moved', details: { from: 'open', to: 'paused' } },
    ])
  })
})

describe('by date', () => {
  const dates = (opensAt: string, closesAt: string) =>
    scheduleCampaign(lucie, { opensAt, closesAt }, NOW)

  test('a preview opens and closes by itself, by the clocks of the campaign', async () => {
    await moveCampaign(lucie, 'conceal', NOW)
    expect(await dates('2026-11-26T08:00', '2026-11-30T18:00')).toEqual({ outcome: 'scheduled' })
    expect(await readCampaignState(at('26T06:59'))).toBe('preview')
    expect(await readCampaignState(at('26T07:00'))).toBe('open')
    expect(await readCampaignState(at('30T17:00'))).toBe('closed')
    await moveCampaign(lucie, 'reopen', at('30T18:00'))
    expect(await readCampaignState(at('30T19:00'))).toBe('open')
  })

  test('a date that makes no sense is refused, field by field', async () => {
    expect(await dates('2026-11-19T08:00', 'soon')).toEqual({
      outcome: 'refused',
      opensAt: 'past',
      closesAt: 'invalid',
    })
    expect(await dates('2026-11-26T08:00', '2026-11-26T07:00')).toEqual({
      outcome: 'refused',
      closesAt: 'before-opening',
    })
    expect(await dates('2026-11-26T08:00', '')).toEqual({ outcome: 'not-possible' })
    expect(await database.campaignRun.count()).toBe(0)
  })
})

describe('in private', () => {
  test('Camille signs with the preview link alone, and no more once it is renewed', async () => {
    await moveCampaign(lucie, 'conceal')
    const token = previewToken(await readCampaignRun())
    expect(await submitSignature(FORM, '203.0.113.7')).toEqual({ outcome: 'closed' })
    expect(await submitSignature(FORM, '203.0.113.7', 'x')).toEqual({ outcome: 'closed' })
    expect(await submitSignature(FORM, '203.0.113.7', token)).toMatchObject({
      outcome: 'accepted',
    })
    await renewPreviewLink(lucie)
    expect(isPreviewToken(await readCampaignRun(), token)).toBe(false)
    expect(await submitSignature(FORM, '203.0.113.7', token)).toEqual({ outcome: 'closed' })
  })
})

test('the sentence of a pause is kept for each language that has one, and never an address', async () => {
  const written = { fr: ' Nous revenons lundi. ', en: '' }
  expect(await writePauseNotes(lucie, written)).toEqual({ outcome: 'written' })
  expect((await readCampaignRun()).pauseNotes).toEqual({ fr: 'Nous revenons lundi.' })
  expect(await writePauseNotes(lucie, { fr: 'https://example.org' })).toEqual({
    outcome: 'refused',
    faults: { fr: 'url' },
  })
})
