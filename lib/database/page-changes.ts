import { database } from './client.ts'

/** There is one row, for all of the site. */
const ROW = { id: 1 }

/**
 * Says that something has changed which pages must show at once, so that every process and every machine forgets
 * what it keeps. Resolves to how often that was said.
 */
export async function announcePageChange(): Promise<number> {
  const { changes } = await database.pageChange.upsert({
    where: ROW,
    create: { ...ROW, changes: 1 },
    update: { changes: { increment: 1 } },
  })
  return changes
}

/** How often it was said. @throws when the database does not answer: then nothing can change either. */
export async function countPageChanges(): Promise<number> {
  return (await database.pageChange.findUnique({ where: ROW }))?.changes ?? 0
}
