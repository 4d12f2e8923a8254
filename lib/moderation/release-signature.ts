import type { Organiser } from '#lib/access/organiser.ts'
import { moveSignature } from '#lib/signatures/states.ts'
import { closeReports } from '#lib/signatures/trust/report-name.ts'
import { actOnSignature, type ReadSignature } from './act-on-signature.ts'

/** Lets a held signature count, as it was read. Reports against it are done with. */
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
