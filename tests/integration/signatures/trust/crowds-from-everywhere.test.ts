import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readBrakeNotices } from '#lib/moderation/brakes.ts'
import { BRAKES } from '#lib/signatures/trust/brakes.ts'
import { findHoldReasons } from '#lib/signatures/trust/find-hold-reasons.ts'
import { HOLD_REASONS } from '#lib/signatures/trust/hold-reasons.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { aCrowd } from '../../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../../support/people/factories/insert-signatures.ts'
import { details } from '../../../support/people/signatories.ts'

const NOW = new Date('2026-11-29T12:00:00Z')
const { acts } = BRAKES['hold-bursts']

beforeEach(emptyDatabase)

/** As many of a network as are believed have confirmed within the hour. */
function fill(networkHash: string) {
  const confirmedAt = new Date(NOW.getTime() - MINUTE_MS)
  const { threshold } = HOLD_REASONS.network_burst
  const crowd = [...aCrowd(threshold, { networkHash, confirmedAt, seed: networkHash.length })]
  const rows = crowd.map((row, place) => {
    const email = `${place}.${networkHash}@gmail.com`
    return { ...row, email, emailKey: email }
  })
  return insertSignatures(database, rows)
}

function reasonsOf(networkHash: string, name = 'Camille Roux') {
  const claim = {
    ...details({ networkHash, name, email: 'camille@gmail.com' }),
    pressNetworkHash: null,
  }
  return database.$transaction(transaction =>
    findHoldReasons(transaction, { ...claim, signatureId: crypto.randomUUID() }, NOW),
  )
}

test('a crowd is held; where they come from everywhere, the next one counts, and Léa is told', async () => {
  await fill('one-hospital')
  await fill('another-hospital')
  expect(await reasonsOf('one-hospital')).toEqual(['network_burst'])
  const others = Array.from({ length: acts - 1 }, (_, place) => ({
    brake: 'hold-bursts',
    subject: `crowd ${place}`,
    at: NOW,
  }))
  await database.automaticAct.createMany({ data: others })
  expect(await readBrakeNotices(NOW)).toEqual([])
  expect(await reasonsOf('another-hospital')).toEqual([])
  expect(await readBrakeNotices(NOW)).toMatchObject([{ name: 'hold-bursts', heldBack: 1 }])
})

test('who was held before is held still, and what a name says is held whatever the brake', async () => {
  await fill('one-hospital')
  await fill('another-hospital')
  await reasonsOf('one-hospital')
  await database.brake.create({ data: { name: 'hold-bursts', onSince: NOW } })
  expect(await reasonsOf('one-hospital')).toEqual(['network_burst'])
  expect(await reasonsOf('another-hospital')).toEqual([])
  expect(await reasonsOf('another-hospital', 'Еmmanuel Маcron')).toEqual(['imitation'])
})
