import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readBrakeNotices, releaseBrake } from '#lib/moderation/brakes.ts'
import { readWaiting } from '#lib/overview/read-waiting.ts'
import { BRAKES, tidyBrakes } from '#lib/signatures/trust/brakes.ts'
import { reportName } from '#lib/signatures/trust/report-name.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { insertSignatures } from '../../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../../support/people/factories/signature.ts'
import { lea, readReported } from '../../../support/people/organiser-acts.ts'

const another = aSignature({ name: 'Mickey Mouse', email: 'mickey@example.org' })

beforeEach(emptyDatabase)

const report = (address: string, id: string) => reportName({ id, reason: 'not-real' }, address)

describe('somebody with three networks reports the whole list', () => {
  const { acts } = BRAKES['hide-reported']
  const names = Array.from({ length: acts + 5 }, (_, place) =>
    aSignature({ name: `Somebody ${place}`, email: `somebody.${place}@example.org` }),
  )

  let campaigns = 0

  async function reportAll() {
    campaigns += 1
    await insertSignatures(database, [...names, another])
    for (const { id } of names) await reportByThree(id)
  }

  async function reportByThree(id: string) {
    for (let network = 0; network < 3; network += 1) {
      await report(`192.${campaigns}.${network}.1`, id)
    }
  }
  const hidden = () => database.signature.count({ where: { status: 'held' } })

  test('some are hidden; then the brake is on, and the rest waits for a look', async () => {
    await reportAll()
    expect(await hidden()).toBe(acts)
    expect(await readBrakeNotices()).toMatchObject([{ name: 'hide-reported', heldBack: 5 }])
    expect(await readReported()).toHaveLength(5)
    expect(await readWaiting()).toMatchObject({ brakes: 1, reported: 5 })
  })

  test('an organiser who has looked takes it off, and it is written down', async () => {
    await reportAll()
    expect(await releaseBrake(lea, 'hide-reported')).toEqual({ outcome: 'released' })
    expect(await readBrakeNotices()).toEqual([])
    expect(await releaseBrake(lea, 'hide-reported')).toEqual({ outcome: 'off' })
    const events = await database.auditRecord.findMany({ where: { kind: 'brake-released' } })
    expect(events).toMatchObject([{ details: { brake: 'hide-reported', heldBack: 5 } }])
    await reportByThree(another.id)
    expect(await hidden()).toBe(acts + 1)
  })

  test('it goes off by itself a day later', async () => {
    await reportAll()
    const { lastsHours } = BRAKES['hide-reported']
    const later = new Date(Date.now() + lastsHours * HOUR_MS)
    expect(await readBrakeNotices(later)).toEqual([])
    await tidyBrakes(later)
    expect(await database.automaticAct.count()).toBe(0)
    expect(await database.brake.count()).toBe(0)
  })
})
