import type { Organiser } from '#lib/access/organiser.ts'
import { moveSignature } from '#lib/signatures/states.ts'
import { actOnSignature, type ReadSignature } from './act-on-signature.ts'

/**
 * Removes a signature: it counts and shows nowhere. Its owner is not written to; her own page tells
 * her. It can be restored for UNDO_DAYS (lib/content/periods.ts), then its words are erased.
 */
export function removeSignature(organiser: Organiser, read: ReadSignature, now = new Date()) {
  return actOnSignature(organiser, read, {
    kind: 'signature-removed',
    act: (transaction, { id }) =>
      moveSignature(transaction, id, 'remove', { removedAt: now }, organiser.id),
  })
}

/** Restores a removed signature to its former state. */
export function restoreSignature(organiser: Organiser, read: ReadSignature) {
  return actOnSignature(organiser, read, {
    kind: 'signature-restored',
    act: async (transaction, signature) => {
      if (isErased(signature)) return false
      const move = restoringMove(signature)
      return moveSignature(transaction, signature.id, move, { removedAt: null }, organiser.id)
    },
  })
}

/** Removing leaves the reasons of a hold where they are: they say where it stood. */
export function restoringMove({ holdReasons }: { holdReasons: readonly unknown[] }) {
  return holdReasons.length > 0 ? 'restoreHeld' : 'restore'
}

/** Whether its text was erased: a paper signature may have had no address, but had a name. */
function isErased({ name }: { name: string }) {
  return name === ''
}
