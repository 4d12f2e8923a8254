import type { Organiser } from '#lib/access/organiser.ts'
import { moveSignature } from '#lib/signatures/states.ts'
import { closeReports } from '#lib/signatures/trust/report-name.ts'
import { actOnSignature, type ReadSignature } from './act-on-signature.ts'

/** Releases a held signature, as it was read, and closes the reports against it. */
export function releaseSignature(organiser: Organiser, read: ReadSignature) {
  return actOnSignature(organiser, read, {
    kind: 'signature-released',
    act: async (transaction, { id }) => {
      const moved = await moveSignature(
        transaction,
        id,
        'release',
        { holdReasons: [] },
        organiser.id,
      )
      if (moved) await closeReports(transaction, [id])
      return moved
    },
  })
}
