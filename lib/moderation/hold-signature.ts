import type { Organiser } from '#lib/access/organiser.ts'
import type { HoldReason } from '#lib/database/types.ts'
import { moveSignature } from '#lib/signatures/states.ts'
import { actOnSignature, type ReadSignature } from './act-on-signature.ts'

/** Holds a signature: it leaves the tally and the list until it is reviewed again. */
export function holdSignature(organiser: Organiser, read: ReadSignature, reason: HoldReason) {
  return actOnSignature(organiser, read, {
    kind: 'signature-held',
    details: { reason },
    act: (transaction, { id }) =>
      moveSignature(transaction, id, 'hold', { holdReasons: [reason] }, organiser.id),
  })
}
