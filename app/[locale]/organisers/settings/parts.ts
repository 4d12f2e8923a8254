import { timeZone } from '#lib/content/campaign.ts'
import { categoriesPart } from '#lib/editing/parts/categories.ts'
import { firstSignatoriesPart } from '#lib/editing/parts/first-signatories.ts'
import { identityPart } from '#lib/editing/parts/identity.ts'
import { languagesPart } from '#lib/editing/parts/languages.ts'
import { lookPart } from '#lib/editing/parts/look.ts'
import { senderPart } from '#lib/editing/parts/sender.ts'
import { localDay } from '#lib/time/zoned-time.ts'

/** The parts of the settings that are forms, each with its page below `settings/`. */
export const PARTS = {
  identity: { path: 'identity', part: identityPart },
  firstSignatories: {
    path: 'first-signatories',
    part: () => firstSignatoriesPart(today()),
  },
  languages: { path: 'languages', part: languagesPart },
  categories: { path: 'categories', part: categoriesPart },
  look: { path: 'look', part: lookPart },
  mail: { path: 'mail', part: senderPart },
} as const

export type PartName = keyof typeof PARTS

/** The day of somebody who joins without one. */
export function today() {
  return localDay(new Date(), timeZone())
}
