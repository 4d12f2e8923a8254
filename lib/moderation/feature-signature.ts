import type { Organiser } from '#lib/access/organiser.ts'
import { actOnSignature, type ReadSignature, tellHistory } from './act-on-signature.ts'

/** Greatest place among the featured ones. */
export const LAST_FEATURED_PLACE = 99

/** Features a signature on the letter's page, at a position from 1 on. */
export function featureSignature(organiser: Organiser, read: ReadSignature, place: number) {
  return actOnSignature(organiser, read, {
    kind: 'signature-featured',
    details: { place },
    act: async (transaction, { id }) => {
      const { count } = await transaction.signature.updateMany({
        where: { id, status: 'confirmed', isPublic: true, isHidden: false },
        data: { featuredOrder: place },
      })
      if (count === 0) return false
      await tellHistory(transaction, id, organiser, 'featured', [String(place)])
      return true
    },
  })
}

/** Stops featuring a signature. */
export function unfeatureSignature(organiser: Organiser, read: ReadSignature) {
  return actOnSignature(organiser, read, {
    kind: 'signature-unfeatured',
    act: async (transaction, { id }) => {
      const { count } = await transaction.signature.updateMany({
        where: { id, featuredOrder: { not: null } },
        data: { featuredOrder: null },
      })
      if (count === 0) return false
      await tellHistory(transaction, id, organiser, 'unfeatured')
      return true
    },
  })
}
