import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { deletePack } from '#lib/delivery/delete-pack.ts'
import { handOver } from '#lib/delivery/hand-over.ts'
import { readDelivery } from '#lib/delivery/list-deliveries.ts'
import { listPublishedSnapshots } from '#lib/delivery/published-snapshots.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { readErasure } from '#lib/retention/read-clock.ts'
import { readInclusionProofs } from '#lib/signatory-data/read-inclusion-proofs.ts'
import { monthsAfter } from '#lib/time/months-after.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aMadePack } from '../../support/people/deliveries.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { RECIPIENTS } from '../../support/people/recipients.ts'
import { openOwnSignature, signAndConfirm } from '../../support/people/self-service.ts'
import { camille } from '../../support/people/signatories.ts'

const ADDRESS_MONTHS = 6

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
  await signAndConfirm(camille)
})

describe('a pack that Lucie only tries', () => {
  test('is private: nobody reads its root, and Camille is told of no delivery', async () => {
    await aPack()
    expect(await listPublishedSnapshots()).toEqual([])
    expect(await readInclusionProofs(await openOwnSignature(camille))).toEqual([])
    expect((await readErasure())?.because).not.toBe('delivered')
  })

  test('can be deleted, and leaves nothing', async () => {
    const id = await aPack()
    expect(await deletePack(lucie, id)).toEqual({ outcome: 'deleted' })
    expect(await database.deliverySnapshot.count()).toBe(0)
    expect(await database.deliveryMember.count()).toBe(0)
    expect(await deletePack(lucie, id)).toEqual({ outcome: 'unknown' })
    expect((await readAuditEvents()).map(({ kind }) => kind)).toContain('pack-deleted')
  })

  test('is called the same as the first only once it was made again', async () => {
    const id = await aPack()
    const change = (data: { madeTimes: number; packHash: string; firstHash: string }) =>
      database.deliverySnapshot.update({ where: { id }, data })
    await change({ madeTimes: 1, packHash: 'a', firstHash: 'a' })
    expect((await readDelivery(id))?.isAsFirst).toBeNull()
    await change({ madeTimes: 2, packHash: 'a', firstHash: 'a' })
    expect((await readDelivery(id))?.isAsFirst).toBe(true)
    await change({ madeTimes: 2, packHash: 'b', firstHash: 'a' })
    expect((await readDelivery(id))?.isAsFirst).toBe(false)
  })

  test('stays while it is being made', async () => {
    const id = await aPack()
    await database.deliverySnapshot.update({ where: { id }, data: { state: 'making' } })
    expect(await deletePack(lucie, id)).toEqual({ outcome: 'under-way' })
  })
})

describe('a pack that Lucie hands over', () => {
  test('is public, stays, and starts the clock of addresses on its day', async () => {
    const id = await aPack()
    const today = new Date()
    expect(await handOver(lucie, id, handover(today))).toEqual({ outcome: 'handed-over' })
    expect(await listPublishedSnapshots()).toMatchObject([
      { id, handedOverOn: isoDayOf(today), handedOverTo: RECIPIENTS },
    ])
    const proofs = await readInclusionProofs(await openOwnSignature(camille))
    expect(proofs).toMatchObject([{ snapshot: { id } }])
    expect(await deletePack(lucie, id)).toEqual({ outcome: 'handed-over' })
    expect(await handOver(lucie, id, handover(today))).toEqual({ outcome: 'already' })

    const due = monthsAfter(new Date(isoDayOf(today)), ADDRESS_MONTHS)
    expect(await readErasure()).toMatchObject({ at: due, because: 'delivered' })
    await enforceRetention(new Date(due.getTime() - 1))
    expect(await addressesLeft()).toBe(1)
    await enforceRetention(due)
    expect(await addressesLeft()).toBe(0)
  })

  test('is recorded once where two owners press at once', async () => {
    const id = await aPack()
    const pressed = [lucie, await anOrganiser('Karim', 'owner')].map(owner =>
      handOver(owner, id, handover(new Date())),
    )
    const outcomes = (await Promise.all(pressed)).map(({ outcome }) => outcome)
    expect(outcomes.toSorted()).toEqual(['already', 'handed-over'])
    const kinds = (await readAuditEvents()).map(({ kind }) => kind)
    expect(kinds.filter(kind => kind === 'pack-handed-over')).toHaveLength(1)
  })

  test('needs a day that can be, a recipient in each language, and a pack that is there', async () => {
    const id = await aPack()
    const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
    expect(await handOver(lucie, id, handover(inDays(2)))).toMatchObject({
      faults: { day: 'to-come', to: {} },
    })
    expect(await handOver(lucie, id, handover(inDays(-2)))).toMatchObject({
      faults: { day: 'too-early' },
    })
    const typed = { day: '2027-02-30', to: { fr: ' ', en: 'Ministers' } }
    expect(await handOver(lucie, id, typed)).toMatchObject({
      outcome: 'refused',
      faults: { day: 'invalid', to: { fr: 'required' } },
    })
    await database.deliverySnapshot.update({ where: { id }, data: { madeAt: null } })
    expect(await handOver(lucie, id, handover(new Date()))).toEqual({ outcome: 'not-ready' })
    expect(await listPublishedSnapshots()).toEqual([])
  })
})

test('what was public before this was an act stays public, and begins no period', async () => {
  const id = await aPack()
  const migration = readFileSync('prisma/migrations/20261130060500_handover/migration.sql', 'utf8')
  const [update = ''] = /UPDATE delivery_snapshot SET handed_over_on[^;]*/.exec(migration) ?? []
  await database.$executeRawUnsafe(update)
  expect(await listPublishedSnapshots()).toMatchObject([{ id, handedOverTo: {} }])
  expect((await readErasure())?.because).not.toBe('delivered')
})

async function aPack() {
  return (await aMadePack(lucie)).id
}

function handover(day: Date) {
  return { day: isoDayOf(day), to: RECIPIENTS }
}

function isoDayOf(date: Date) {
  return localDay(date, timeZone())
}

function addressesLeft() {
  return database.signature.count({ where: { emailKey: { not: null } } })
}
