import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { type IsolatedProgram, runIsolated } from '#lib/isolation/run-isolated.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { ARCHIVE_FAULTS, type ArchiveFault } from './archive-error.ts'
import { LARGEST_UNPACKED_BYTES, UPLOAD_WAITS_HOURS } from './limits.ts'
import type { ReadArchiveOutcome } from './read-archive.ts'

const PROGRAM: IsolatedProgram = {
  file: 'lib/editing/archive/read-archive-process.ts',
  limits: {
    heapMegabytes: 256,
    memoryMegabytes: 384,
    processorSeconds: 20,
    seconds: 60,
    // In JSON a sign may take six.
    answerBytes: LARGEST_UNPACKED_BYTES * 6,
    atOnce: 1,
    waiting: 2,
  },
}

const refusal = z.tuple([z.object({ fault: z.enum(ARCHIVE_FAULTS) })])

const archivedFiles = z.array(z.object({ path: z.string(), text: z.string() }))

export type TakeArchiveOutcome =
  | { outcome: 'taken'; id: string }
  | { outcome: 'refused'; fault: ArchiveFault }

/** Reads a ZIP of content/ in a process of its own, and keeps its files until its owner says what becomes of them. */
export async function takeArchive(
  organiser: Organiser,
  bytes: Uint8Array,
  now = new Date(),
): Promise<TakeArchiveOutcome> {
  const read = await readIsolated(bytes)
  if (read.outcome === 'refused') return read
  return database.$transaction(async transaction => {
    await forgetOldUploads(transaction, now)
    await transaction.contentUpload.deleteMany({ where: { organiserId: organiser.id } })
    const { id } = await transaction.contentUpload.create({
      data: {
        organiserId: organiser.id,
        uploadedAt: now,
        files: new Uint8Array(Buffer.from(JSON.stringify(read.files))),
      },
    })
    await recordAuditEvent(
      { by: organiser, kind: 'content-uploaded', subject: id, rows: read.files.length },
      transaction,
    )
    return { outcome: 'taken', id }
  })
}

/** The files of an upload that waits; null where there is none any more. */
export async function readUploadedFiles(organiser: Organiser, id: string) {
  const upload = await database.contentUpload.findFirst({
    where: { id, organiserId: organiser.id },
  })
  return upload && archivedFiles.parse(JSON.parse(Buffer.from(upload.files).toString('utf8')))
}

/** Forgets the uploads whose owner said nothing. */
export async function forgetOldUploads(transaction: Prisma.TransactionClient, now: Date) {
  const oldest = new Date(now.getTime() - UPLOAD_WAITS_HOURS * HOUR_MS)
  await transaction.contentUpload.deleteMany({ where: { uploadedAt: { lt: oldest } } })
}

async function readIsolated(bytes: Uint8Array): Promise<ReadArchiveOutcome> {
  const answered = await runIsolated(PROGRAM, bytes)
  if (answered.outcome === 'busy') return { outcome: 'refused', fault: 'busy' }
  if (answered.outcome === 'stopped') return { outcome: 'refused', fault: 'too-large' }
  const refused = refusal.safeParse(answered.values)
  if (refused.success) return { outcome: 'refused', fault: refused.data[0].fault }
  return { outcome: 'read', files: archivedFiles.parse(answered.values) }
}
