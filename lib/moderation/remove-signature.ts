import type { Organiser } from '#lib/access/organiser.ts'
import type { RemovalReason } from '#lib/database/types.ts'
import { moveSignature } from '#lib/signatures/states.ts'
import { actOnSignature, type ReadSignature } from './act-on-signature.ts'
import { tellRemoved } from './tell-removed.ts'

/** Why a signature is removed, and whether its owner is written to. */
export type Removal = { reason: RemovalReason; tellsOwner: boolean }

/**
 * Removes a signature: it counts and shows nowhere. Its owner's own page tells her, and a mail where that is wished.
 * It can be restored for UNDO_DAYS (lib/content/periods.ts), then its words are erased. The history and the audit log
 * keep the reason.
 */
export function removeSignature(
  organiser: Organiser,
  read: ReadSignature,
  { reason, tellsOwner }: Removal,
  now = new Date(),
) {
  return actOnSignature(organiser, read, {
    kind: 'signature-removed',
    details: { reason },
    act: async (transaction, { id }) => {
      const changes = { removedAt: now }
      const moved = await moveSignature(transaction, id, 'remove', changes, organiser.id, [reason])
      if (!moved) return false
      const told = tellsOwner ? await tellRemoved(transaction, [id], reason) : 0
      return { isOwnerTold: told > 0 }
    },
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
