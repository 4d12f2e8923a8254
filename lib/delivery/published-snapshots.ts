import { languages } from '#lib/content/languages.ts'
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
  /** Day on which it was handed over, ISO 8601. */
  handedOverOn: string
  /** To whom, by language; empty for what was frozen before that was asked. */
  handedOverTo: Record<string, string>
}

/** Every snapshot that was handed over, newest first. */
export async function listPublishedSnapshots(): Promise<PublishedSnapshot[]> {
  const rows = await database.deliverySnapshot.findMany({
    where: { handedOverOn: { not: null } },
    orderBy: { takenAt: 'desc' },
    select: {
      id: true,
      takenAt: true,
      root: true,
      tally: true,
      handedOverOn: true,
      handedOverTo: true,
    },
  })
  return rows.flatMap(({ id, takenAt, root, tally, handedOverOn, handedOverTo }) =>
    takenAt && root && handedOverOn
      ? [
          {
            id,
            takenAt: takenAt.toISOString(),
            signatures: sizeOf(tally),
            root,
            handedOverOn: handedOverOn.toISOString().slice(0, 10),
            handedOverTo: readRecipients(handedOverTo),
          },
        ]
      : [],
  )
}

/** To whom a pack was handed over, by language, as the database has it. */
export function readRecipients(stored: unknown) {
  return (stored ?? {}) as Record<string, string>
}

/** The same for a reader of one language: what is said in hers, or else in the authoritative one; empty for none. */
export function recipientIn(to: Record<string, string>, language: string) {
  const [authoritative = language] = languages()
  return to[language] ?? to[authoritative] ?? ''
}

function sizeOf(tally: unknown) {
  const counts = tally as { signatures?: number } | null
  return counts?.signatures ?? 0
}
