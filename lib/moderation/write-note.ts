import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { findTextFault, isBlank, tidyText } from '#lib/text/text-rules.ts'

/** Longest note on a signature, in graphemes. */
export const LONGEST_SIGNATURE_NOTE = 500

/** Outcome of writing or deleting a note. `gone`: the signature or its note is not there any more. */
export type NoteOutcome = { outcome: 'noted' | 'note-deleted' | 'note-refused' | 'gone' }

/**
 * Writes a note on a signature for colleagues. It is erased with what is personal of the signature, and its owner gets
 * it with her data. The audit log says that there is one, and not what it says.
 */
export async function writeNote(
  organiser: Organiser,
  id: unknown,
  typed: string,
): Promise<NoteOutcome> {
  const signatureId = z.uuid().safeParse(id).data
  const text = tidyText(typed)
  const rules = { graphemes: LONGEST_SIGNATURE_NOTE, multiline: true }
  if (isBlank(text) || findTextFault(text, rules)) return { outcome: 'note-refused' }
  if (!signatureId) return { outcome: 'gone' }
  return database.$transaction(async transaction => {
    // Locked, so that whoever withdraws at this moment erases the note too.
    const held = await transaction.signature.updateMany({
      where: { id: signatureId, status: { not: 'withdrawn' } },
      data: { id: signatureId },
    })
    if (held.count === 0) return { outcome: 'gone' }
    await transaction.signatureNote.create({
      data: { signatureId, organiserId: organiser.id, text },
    })
    await recordAuditEvent(
      { by: organiser, kind: 'signature-noted', subject: signatureId },
      transaction,
    )
    return { outcome: 'noted' }
  })
}

/** Deletes a note, whoever wrote it. */
export async function deleteNote(organiser: Organiser, id: unknown): Promise<NoteOutcome> {
  const noteId = z.uuid().safeParse(id).data
  if (!noteId) return { outcome: 'gone' }
  return database.$transaction(async transaction => {
    const note = await transaction.signatureNote.findUnique({ where: { id: noteId } })
    const { count } = await transaction.signatureNote.deleteMany({ where: { id: noteId } })
    if (!note || count === 0) return { outcome: 'gone' }
    const subject = note.signatureId
    await recordAuditEvent({ by: organiser, kind: 'signature-note-deleted', subject }, transaction)
    return { outcome: 'note-deleted' }
  })
}
