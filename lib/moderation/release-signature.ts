import type { Organiser } from '#lib/access/organiser.ts'
import { moveSignature } from '#lib/signatures/states.ts'
import { closeReports } from '#lib/signatures/trust/report-name.ts'
import { actOnSignature, type ReadSignature } from './act-on-signature.ts'
import { tellReleased } from './tell-released.ts'

/** Releases a held signature, as it was read, closes the reports against it, and tells whoever waits for it. */
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
      if (!moved) return false
      await closeReports(transaction, [id])
      await tellReleased(transaction, [id])
      return true
    },
  })
}
