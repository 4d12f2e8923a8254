import type { Organiser } from '#lib/access/organiser.ts'
import { actOnSignature, type ReadSignature, tellHistory } from './act-on-signature.ts'

/** Hides a name from public pages; its signature counts on. The owner's own choice is kept apart. */
export function hideName(organiser: Organiser, read: ReadSignature) {
  return setHidden(organiser, read, true)
}

/** Shows a hidden name again, if its owner wishes it to be shown. */
export function showName(organiser: Organiser, read: ReadSignature) {
  return setHidden(organiser, read, false)
}

function setHidden(organiser: Organiser, read: ReadSignature, isHidden: boolean) {
  return actOnSignature(organiser, read, {
    kind: isHidden ? 'name-hidden' : 'name-shown',
    act: async (transaction, { id }) => {
      const { count } = await transaction.signature.updateMany({
        where: { id, isHidden: !isHidden, status: { in: ['held', 'confirmed'] } },
        data: { isHidden },
      })
      if (count === 0) return false
      await tellHistory(transaction, id, organiser, isHidden ? 'hidden' : 'shown')
      return true
    },
  })
}
