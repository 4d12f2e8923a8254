import { database } from '#lib/database/client.ts'

/** What anyone may know of a snapshot: enough to hold its root against a proof. */
export type PublishedSnapshot = {
  id: string
  /** ISO 8601, UTC. */
  takenAt: string
  /** How many leaves the tree has: confirmed signatures of that moment. */
  signatures: number
  /** Root of the tree, SHA-256, hexadecimal (docs/verify.md). */
  root: string
}

/** Every snapshot that was frozen, newest first. */
export async function listPublishedSnapshots(): Promise<PublishedSnapshot[]> {
  const rows = await database.deliverySnapshot.findMany({
    where: { takenAt: { not: null } },
    orderBy: { takenAt: 'desc' },
    select: { id: true, takenAt: true, root: true, tally: true },
  })
  return rows.flatMap(({ id, takenAt, root, tally }) =>
    takenAt && root
      ? [{ id, takenAt: takenAt.toISOString(), signatures: sizeOf(tally), root }]
      : [],
  )
}

function sizeOf(tally: unknown) {
  const counts = tally as { signatures?: number } | null
  return counts?.signatures ?? 0
}
