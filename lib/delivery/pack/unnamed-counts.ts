import type { PrintLanguage } from '../print-content.ts'
import { countUnnamedByCategory } from '../queries.ts'
import type { FrozenPack } from './frozen-pack.ts'
import { type SectionKey, sectionOf } from './named-groups.ts'

/**
 * How many in each section of the annex do not wish to be named. People of a single country are all counted in the last
 * one: where they live and what they do together would say too much of who wished to say nothing.
 */
export async function countUnnamed(
  { membersOf, country }: Pick<FrozenPack, 'membersOf' | 'country'>,
  language: PrintLanguage,
) {
  const groups = await countUnnamedByCategory(membersOf, country)
  const counts = new Map<SectionKey, number>()
  for (const group of groups) {
    const category = country ? null : group.category
    const section = sectionOf({ ...group, category }, language)
    counts.set(section, (counts.get(section) ?? 0) + group.signatures)
  }
  return counts
}
