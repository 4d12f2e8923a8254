import type { PrintLanguage } from '../print-content.ts'
import { countUnnamedByCategory } from '../queries.ts'
import { type SectionKey, sectionOf } from './named-groups.ts'

/** How many in each section of the annex do not wish to be named. */
export async function countUnnamed(snapshotId: string, language: PrintLanguage) {
  const groups = await countUnnamedByCategory(snapshotId)
  const counts = new Map<SectionKey, number>()
  for (const group of groups) {
    const section = sectionOf(group, language)
    counts.set(section, (counts.get(section) ?? 0) + group.signatures)
  }
  return counts
}
