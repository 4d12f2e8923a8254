import { database } from '#lib/database/client.ts'
import type { EditionLanguage } from '../print-content.ts'
import { type SectionKey, sectionOf } from './named-groups.ts'

/** How many in each section of the annex do not wish to be named. */
export async function countUnnamed(snapshotId: string, language: EditionLanguage) {
  const groups = await database.$queryRaw<Group[]>`
    SELECT record::jsonb->>'kind' AS kind, record::jsonb->>'category' AS category,
           count(*)::int AS signatures
    FROM delivery_member
    WHERE snapshot_id = ${snapshotId}::uuid AND NOT is_named AND record IS NOT NULL
    GROUP BY 1, 2`
  const counts = new Map<SectionKey, number>()
  for (const group of groups) {
    const section = sectionOf(group, language)
    counts.set(section, (counts.get(section) ?? 0) + group.signatures)
  }
  return counts
}

type Group = { kind: string; category: string | null; signatures: number }
