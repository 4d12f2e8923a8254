import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { freezeSnapshot } from './freeze-snapshot.ts'
import { type MadePack, makePack } from './pack/make-pack.ts'

/** Seconds without progress after which a worker counts as dead. */
const LEASE_SECONDS = 180

/**
 * Freezes a snapshot, if that was not done yet, and makes its pack. For a process of its own: it takes
 * all of one core and some hundred megabytes.
 * @param url connection string
 * @param file where the pack goes
 */
export async function makeDelivery(url: string, id: string, file: string): Promise<MadePack> {
  const { takenAt } = await database.deliverySnapshot.findUniqueOrThrow({ where: { id } })
  await mkdir(dirname(file), { recursive: true })
  if (!takenAt) await freezeSnapshot(url, id, () => keepLease(id, 0))
  const made = await makePack(url, id, file, percent => keepLease(id, percent))
  await database.$transaction(transaction => settle(transaction, id, made))
  return made
}

/** At most once a second: progress is for people. */
async function keepLease(id: string, progress: number) {
  if (Date.now() < nextWrite && progress === 0) return
  nextWrite = Date.now() + 1000
  await database.deliverySnapshot.update({ where: { id }, data: { progress, ...lease() } })
}

let nextWrite = 0

/** Lease of a worker that starts now. */
export function lease(now = Date.now()) {
  return { leaseUntil: new Date(now + LEASE_SECONDS * 1000) }
}

async function settle(transaction: Prisma.TransactionClient, id: string, made: MadePack) {
  const { hash, bytes, named, erased, unset } = made
  const { firstHash, requestedById } = await transaction.deliverySnapshot.update({
    where: { id },
    data: {
      state: 'made',
      progress: 100,
      leaseUntil: null,
      packHash: hash,
      packBytes: bytes,
      packErased: erased,
      unset: unset.count,
      unsetAt: unset.first.map(({ place }) => place),
      madeAt: new Date(),
    },
  })
  if (!firstHash) {
    await transaction.deliverySnapshot.update({ where: { id }, data: { firstHash: hash } })
  }
  await recordAuditEvent(
    {
      by: { id: requestedById, networkHash: null },
      kind: 'pack-made',
      subject: id,
      rows: named,
      fileHash: hash,
      details: { bytes, erased, unset: unset.count },
    },
    transaction,
  )
}
