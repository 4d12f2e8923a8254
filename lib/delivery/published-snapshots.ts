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
  /** The one country whose signatories that pack lists, ISO 3166-1 alpha-2; missing where it lists all. */
  country?: string
}

/** Every snapshot that was handed over, newest first: as often as it was, with another pack each time. */
export async function listPublishedSnapshots(): Promise<PublishedSnapshot[]> {
  return (await readPublishedPacks()).map(({ snapshot }) => snapshot)
}

/** The same, each with the snapshot whose members it is about. */
export async function readPublishedPacks(): Promise<
  { snapshot: PublishedSnapshot; membersOf: string }[]
> {
  const rows = await database.deliverySnapshot.findMany({
    where: { handedOverOn: { not: null } },
    orderBy: [{ takenAt: 'desc' }, { handedOverOn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      sourceId: true,
      country: true,
      takenAt: true,
      root: true,
      tally: true,
      handedOverOn: true,
      handedOverTo: true,
    },
  })
  return rows.flatMap(({ id, sourceId, country, takenAt, root, handedOverOn, ...row }) => {
    if (!takenAt || !root || !handedOverOn) return []
    const snapshot = {
      id,
      takenAt: takenAt.toISOString(),
      signatures: sizeOf(row.tally),
      root,
      handedOverOn: handedOverOn.toISOString().slice(0, 10),
      handedOverTo: readRecipients(row.handedOverTo),
      ...(country && { country }),
    }
    return [{ snapshot, membersOf: sourceId ?? id }]
  })
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
