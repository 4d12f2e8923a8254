import { database } from '#lib/database/client.ts'
import type { DeliverySnapshot } from '#lib/database/types.ts'
import { headlineOf } from '#lib/signatures/public-signatory.ts'
import { countsOfPack } from './listed.ts'
import { findPack } from './pack-file.ts'
import { readRecipients } from './published-snapshots.ts'
import { readContents } from './queries.ts'
import { readNamedRecord } from './record.ts'

/** A delivery, as the console shows it. */
export type Delivery = {
  id: string
  requestedAt: Date
  takenAt: Date | null
  state: 'waiting' | 'making' | 'made' | 'failed'
  /** Percent. */
  progress: number
  /** Whether it is another pack of signatures that were frozen for one before. */
  isAnother: boolean
  /** The one country whose signatories it lists, ISO 3166-1 alpha-2; null for all. */
  country: string | null
  /** Codes of the languages that were chosen for it; none where it is in all of them. */
  languages: string[]
  hasCover: boolean
  /** Number of the signatures that it is about, and of those that show their names. */
  signatures: number
  named: number
  root: string | null
  packHash: string | null
  bytes: number
  /** Of a pack that was made again: whether it has the bytes of the first; null while there is but one. */
  isAsFirst: boolean | null
  /** Number of names that its PDFs cannot show, and the first of them that are still there. */
  unset: number
  unsetNames: string[]
  isThere: boolean
  /** Day on which it was handed over; null while it is private. */
  handedOverOn: Date | null
  /** To whom, by language; empty for what was frozen before that was asked. */
  handedOverTo: Record<string, string>
}

/** Whether its pack is still to be made: nothing is decided about it before. */
export function isUnderWay({ state }: Pick<Delivery, 'state'>) {
  return state === 'waiting' || state === 'making'
}

const MOST_SHOWN = 50

/** Columns that are long and not shown. */
const UNREAD = { branches: true, printContent: true } as const

type Row = Omit<DeliverySnapshot, keyof typeof UNREAD>

/** The newest deliveries first. */
export async function listDeliveries(): Promise<Delivery[]> {
  const snapshots = await database.deliverySnapshot.findMany({
    orderBy: { id: 'desc' },
    take: MOST_SHOWN,
    omit: UNREAD,
  })
  return toDeliveries(snapshots)
}

/** One delivery; null where there is none of this id. */
export async function readDelivery(id: string): Promise<Delivery | null> {
  const snapshot = await database.deliverySnapshot.findUnique({ where: { id }, omit: UNREAD })
  const [delivery = null] = snapshot ? await toDeliveries([snapshot]) : []
  return delivery
}

async function toDeliveries(snapshots: Row[]) {
  const contents = await readContents(snapshots.map(({ id }) => id))
  return Promise.all(snapshots.map(snapshot => toDelivery(snapshot, contents.get(snapshot.id))))
}

type Contents = { languages: string[]; hasCover: boolean }

async function toDelivery(snapshot: Row, contents: Contents | undefined): Promise<Delivery> {
  return {
    id: snapshot.id,
    requestedAt: snapshot.requestedAt,
    takenAt: snapshot.takenAt,
    state: snapshot.state,
    progress: snapshot.progress,
    isAnother: snapshot.sourceId !== null,
    country: snapshot.country,
    languages: contents?.languages ?? [],
    hasCover: contents?.hasCover ?? false,
    ...countsOfPack(snapshot),
    root: snapshot.root,
    packHash: snapshot.packHash,
    bytes: Number(snapshot.packBytes ?? 0),
    isAsFirst: snapshot.madeTimes > 1 ? snapshot.packHash === snapshot.firstHash : null,
    unset: snapshot.unset,
    unsetNames: await readNames(snapshot.sourceId ?? snapshot.id, snapshot.unsetAt),
    isThere: snapshot.state === 'made' && (await findPack(snapshot)) !== null,
    handedOverOn: snapshot.handedOverOn,
    handedOverTo: readRecipients(snapshot.handedOverTo),
  }
}

/** By what those at these places are found in the list; who was erased since is left out. */
async function readNames(snapshotId: string, places: number[]) {
  if (places.length === 0) return []
  const members = await database.deliveryMember.findMany({
    where: { snapshotId, place: { in: places }, isNamed: true },
    orderBy: { place: 'asc' },
    select: { record: true },
  })
  const names = members.flatMap(({ record }) => (record ? headlineOf(readNamedRecord(record)) : []))
  return [...new Set(names)]
}
