import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

/** Days for which a save can be looked at and undone. */
export const SAVES_KEPT_DAYS = 180

/** The newest saves that are kept, whatever their age allows. */
const MOST_SAVES = 500

/** Saves shown on a page. */
const SAVES_TOGETHER = 30

/** A save of files in the console. */
export type ContentSaveSummary = {
  id: string
  savedAt: Date
  /** Address of who saved; null where she is no organiser any more. */
  by: string | null
  undoes: string | null
  paths: string[]
}

/** The newest saves, newest first. */
export async function listSaves(take = SAVES_TOGETHER): Promise<ContentSaveSummary[]> {
  const saves = await database.contentSave.findMany({
    orderBy: { id: 'desc' },
    take,
    include: { files: { select: { path: true }, orderBy: { path: 'asc' } } },
  })
  const people = await database.organiser.findMany({
    where: { id: { in: saves.map(({ organiserId }) => organiserId) } },
    select: { id: true, email: true },
  })
  const emails = new Map(people.map(({ id, email }) => [id, email]))
  return saves.map(({ id, savedAt, organiserId, undoes, files }) => ({
    id,
    savedAt,
    by: emails.get(organiserId) ?? null,
    undoes,
    paths: files.map(({ path }) => path),
  }))
}

/** The files of a save, before and after; null where there is no such save any more. */
export async function readSave(id: string) {
  const save = await database.contentSave.findUnique({
    where: { id },
    include: { files: { orderBy: { path: 'asc' } } },
  })
  return (
    save && {
      ...save,
      files: save.files.map(({ path, before, after }) => ({
        path,
        before: textOf(before),
        after: textOf(after),
      })),
    }
  )
}

/** Forgets the saves that are too old or too many. */
export async function forgetOldSaves(transaction: Prisma.TransactionClient, now: Date) {
  const oldest = new Date(now.getTime() - SAVES_KEPT_DAYS * DAY_MS)
  await transaction.contentSave.deleteMany({ where: { savedAt: { lt: oldest } } })
  const tooMany = await transaction.contentSave.findMany({
    orderBy: { id: 'desc' },
    skip: MOST_SAVES,
    select: { id: true },
  })
  const ids = tooMany.map(({ id }) => id)
  if (ids.length > 0) await transaction.contentSave.deleteMany({ where: { id: { in: ids } } })
}

function textOf(bytes: Uint8Array | null) {
  return bytes && Buffer.from(bytes).toString('utf8')
}
