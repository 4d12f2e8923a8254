import type { Prisma } from '#lib/database/types.ts'
import { type ContentFile, hashOf, NO_FILE } from './read-content-file.ts'

/** A file that is no longer what its editor was shown. */
export type MovedFile = {
  path: string
  /** What stands now; null where the file is gone. */
  text: string | null
  /** Its hash: who has seen this text saves hers over it with this. */
  hash: string
  /** Address of the organiser who saved it in the console; null where it was changed by hand. */
  by: string | null
}

/** The files that changed since they were shown, with what stands now. */
export async function movedFiles(
  transaction: Prisma.TransactionClient,
  files: { path: string; seen: string; before: ContentFile | null }[],
): Promise<MovedFile[]> {
  const moved: MovedFile[] = []
  for (const { path, seen, before } of files) {
    const hash = before?.hash ?? NO_FILE
    if (hash === seen) continue
    const by = await writerOf(transaction, path, hash)
    moved.push({ path, text: before?.text ?? null, hash, by })
  }
  return moved
}

async function writerOf(transaction: Prisma.TransactionClient, path: string, hash: string) {
  const last = await transaction.contentSaveFile.findFirst({
    where: { path },
    orderBy: { saveId: 'desc' },
    include: { save: true },
  })
  if (!last || hash !== (last.after ? hashOf(last.after) : NO_FILE)) return null
  const organiser = await transaction.organiser.findUnique({ where: { id: last.save.organiserId } })
  return organiser?.email ?? null
}
