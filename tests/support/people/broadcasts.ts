import type { Organiser } from '#lib/access/organiser.ts'
import { enqueueBroadcasts } from '#lib/broadcasts/enqueue-broadcast.ts'
import { readBroadcast, readProgress } from '#lib/broadcasts/read-broadcasts.ts'
import { subjectOf } from '#lib/broadcasts/revision.ts'
import { beginBroadcast, writeBroadcast } from '#lib/broadcasts/write-broadcast.ts'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { NEWS } from './broadcast-texts.ts'
import { insertSignatures } from './factories/insert-signatures.ts'
import { aSignature } from './factories/signature.ts'

/** A written draft; its id. */
export async function aDraft(organiser: Organiser, typed: object = {}) {
  const id = await beginBroadcast(organiser)
  await writeBroadcast(organiser, await revisionOf(id), { texts: NEWS, ...typed })
  return id
}

/** Signatories who agreed to broadcasts, each with an address of her own. */
export async function newsReaders(count: number, given: Partial<Signature> = {}) {
  const people = Array.from({ length: count }, () => aSignature({ wantsUpdates: true, ...given }))
  await insertSignatures(database, people)
  return people
}

/** Enqueues the mails of broadcasts until none is left, as if hours passed in between. */
export async function feedAll() {
  let written = 0
  for (let hour = 1; ; hour += 1) {
    const more = await enqueueBroadcasts(new Date(Date.now() + hour * 3_600_000))
    written += more
    const underWay = await database.broadcast.count({ where: { status: 'sending' } })
    if (more === 0 && underWay === 0) return written
  }
}

/** Current revision of a draft: what the organiser who sends it has read. */
export async function revisionOf(id: string) {
  const update = await readBroadcast(id)
  return { id, subject: update ? subjectOf(update).subject : '' }
}

/** How many got a broadcast, and how many have not. */
export async function progressOf(id: string) {
  const broadcast = await readBroadcast(id)
  return broadcast && readProgress(broadcast)
}
