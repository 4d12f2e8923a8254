import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { freezeSnapshot } from './freeze-snapshot.ts'
import { type MadePack, makePack } from './pack/make-pack.ts'
import { storePack } from './pack-file.ts'
import { keepLease } from './queries.ts'

/**
 * Freezes a snapshot, if that was not done yet, makes its pack and stores it where every machine finds it. For a
 * process of its own: it takes all of one core and some hundred megabytes.
 * @param url connection string
 * @param output where a copy of the pack goes, if anywhere
 */
export async function makeDelivery(url: string, id: string, output?: string): Promise<MadePack> {
  const { takenAt } = await database.deliverySnapshot.findUniqueOrThrow({ where: { id } })
  if (!takenAt) await freezeSnapshot(url, id, () => tellProgress(id, 0))
  const folder = await mkdtemp(join(tmpdir(), 'open-letter-made-'))
  try {
    const file = join(folder, 'pack.zip')
    const made = await makePack(url, id, file, percent => tellProgress(id, percent))
    if (output) await copyFile(file, output)
    await storePack(id, file)
    await database.$transaction(transaction => settle(transaction, id, made))
    return made
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** At most once a second: progress is for people. */
async function tellProgress(id: string, progress: number) {
  if (Date.now() < nextWrite && progress === 0) return
  nextWrite = Date.now() + 1000
  await keepLease(id, progress)
}

let nextWrite = 0

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
      madeTimes: { increment: 1 },
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
