import { database } from '#lib/database/client.ts'
import type { FrozenTally } from './count-while-freezing.ts'
import { titleOf } from './pack/named-groups.ts'
import { findPack } from './pack-file.ts'
import { readNamedRecord } from './record.ts'

/** A delivery, as the console shows it. */
export type Delivery = {
  id: string
  requestedAt: Date
  takenAt: Date | null
  state: 'waiting' | 'making' | 'made' | 'failed'
  /** Percent. */
  progress: number
  /** Number of its signatures, and of those that show their names. */
  signatures: number
  named: number
  root: string | null
  packHash: string | null
  bytes: number
  /** Whether the pack that was made last has the bytes of the first. */
  isAsFirst: boolean
  /** Number of names that its PDFs cannot show, and the first of them that are still there. */
  unset: number
  unsetNames: string[]
  isThere: boolean
}

const MOST_SHOWN = 50

/** The newest deliveries first. */
export async function listDeliveries(): Promise<Delivery[]> {
  const snapshots = await database.deliverySnapshot.findMany({
    orderBy: { id: 'desc' },
    take: MOST_SHOWN,
    omit: { branches: true, printContent: true },
  })
  return Promise.all(
    snapshots.map(async snapshot => ({
      id: snapshot.id,
      requestedAt: snapshot.requestedAt,
      takenAt: snapshot.takenAt,
      state: snapshot.state,
      progress: snapshot.progress,
      signatures: (snapshot.tally as FrozenTally | null)?.signatures ?? 0,
      named: snapshot.named ?? 0,
      root: snapshot.root,
      packHash: snapshot.packHash,
      bytes: Number(snapshot.packBytes ?? 0),
      isAsFirst: snapshot.packHash === snapshot.firstHash,
      unset: snapshot.unset,
      unsetNames: await readNames(snapshot.id, snapshot.unsetAt),
      isThere: snapshot.state === 'made' && (await findPack(snapshot)) !== null,
    })),
  )
}

/** By what those at these places are found in the list; who was erased since is left out. */
async function readNames(snapshotId: string, places: number[]) {
  if (places.length === 0) return []
  const members = await database.deliveryMember.findMany({
    where: { snapshotId, place: { in: places }, isNamed: true },
    orderBy: { place: 'asc' },
    select: { record: true },
  })
  const names = members.flatMap(({ record }) => (record ? titleOf(readNamedRecord(record)) : []))
  return [...new Set(names)]
}
