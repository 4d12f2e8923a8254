import type { Organiser } from '#lib/access/organiser.ts'
import { actOnSignature, type ReadSignature, tellHistory } from './act-on-signature.ts'

/** Shows a statement with its name, or decides that it is not shown: the very words that were read. */
export function decideStatement(
  organiser: Organiser,
  read: ReadSignature,
  decision: 'approved' | 'refused',
) {
  return actOnSignature(organiser, read, {
    kind: 'statement-decided',
    details: { decision },
    act: async (transaction, { id }) => {
      const { count } = await transaction.signature.updateMany({
        where: {
          id,
          statement: { not: null },
          statementStatus: { not: decision },
          status: { in: ['held', 'confirmed'] },
        },
        data: { statementStatus: decision },
      })
      if (count === 0) return false
      await tellHistory(transaction, id, organiser, `statement_${decision}`)
      return true
    },
  })
}
