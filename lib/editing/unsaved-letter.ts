import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import type { ChangedText } from './check-as-it-would-be.ts'

/** Hours for which a letter that was typed and not saved can be looked at. */
export const UNSAVED_KEPT_HOURS = 24

const keptFiles = z.array(z.object({ path: z.string(), text: z.string() }))

/** Keeps the files of the letter as an organiser typed them, instead of those that she looked at before. */
export async function keepUnsavedLetter(organiser: Organiser, files: ChangedText[], now: Date) {
  const kept = { typedAt: now, files: new Uint8Array(Buffer.from(JSON.stringify(files))) }
  await database.unsavedLetter.upsert({
    where: { organiserId: organiser.id },
    create: { organiserId: organiser.id, ...kept },
    update: kept,
  })
}

/** The files of the letter that an organiser typed last and did not save; null where there are none any more. */
export async function readUnsavedLetter(organiser: Organiser): Promise<ChangedText[] | null> {
  const kept = await database.unsavedLetter.findUnique({ where: { organiserId: organiser.id } })
  return kept && keptFiles.parse(JSON.parse(Buffer.from(kept.files).toString('utf8')))
}

/** Forgets what an organiser typed: she has saved it. */
export async function forgetUnsavedLetter(organiser: Organiser) {
  await database.unsavedLetter.deleteMany({ where: { organiserId: organiser.id } })
}

/** Forgets what was typed too long ago. */
export async function forgetOldUnsavedLetters(
  from: Pick<Prisma.TransactionClient, 'unsavedLetter'>,
  now: Date,
) {
  const oldest = new Date(now.getTime() - UNSAVED_KEPT_HOURS * HOUR_MS)
  await from.unsavedLetter.deleteMany({ where: { typedAt: { lt: oldest } } })
}
