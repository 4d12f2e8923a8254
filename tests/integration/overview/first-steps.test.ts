import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { scheduleCampaign } from '#lib/campaign/schedule-campaign.ts'
import { database } from '#lib/database/client.ts'
import { acceptStep } from '#lib/overview/first-steps/accept-step.ts'
import { type FirstStepName, readFirstSteps } from '#lib/overview/first-steps/read-first-steps.ts'
import { digestOfStep } from '#lib/overview/first-steps/shipped-content.ts'
import { saveSetting } from '#lib/settings/settings.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
})

async function done(): Promise<FirstStepName[]> {
  return (await readFirstSteps()).filter(({ isDone }) => isDone).map(({ name }) => name)
}

test('on a site as it ships, only what opened the letter is done', async () => {
  expect(await done()).toEqual(['preview', 'open'])
})

test('Lucie accepts the look that ships, and the log says so', async () => {
  expect(await acceptStep(lucie, 'look')).toEqual({ outcome: 'accepted' })
  expect(await done()).toEqual(['look', 'preview', 'open'])
  const [event] = await readAuditEvents('setting-changed')
  expect(event).toMatchObject({
    subject: 'acceptedSteps',
    details: { value: { look: digestOfStep('look') } },
  })
})

test('what was accepted counts no more once the content is another', async () => {
  await saveSetting(lucie, 'acceptedSteps', { look: 'as it was last year' })
  expect(await done()).toEqual(['preview', 'open'])
})

test('nobody accepts who they are, or that no mail leaves the site', async () => {
  for (const step of ['identity', 'mail', 'open', 'constructor', '']) {
    expect(await acceptStep(lucie, step)).toEqual({ outcome: 'unknown' })
  }
})

test('a preview is done once somebody has tried to sign in it, and opening once a date is set', async () => {
  await moveCampaign(lucie, 'conceal')
  expect(await done()).toEqual([])
  await database.signature.create({ data: aSignature({ isTrial: true }) })
  expect(await done()).toEqual(['preview'])
  await scheduleCampaign(lucie, { opensAt: '2099-01-01T08:00', closesAt: '' })
  expect(await done()).toEqual(['preview', 'open'])
})
