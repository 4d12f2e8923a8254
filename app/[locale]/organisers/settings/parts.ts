import { identityPart } from '#lib/editing/parts/identity.ts'
import { lookPart } from '#lib/editing/parts/look.ts'

/** The parts of the settings that are forms, each with its page below `settings/`. */
export const PARTS = {
  identity: { path: 'identity', part: identityPart },
  look: { path: 'look', part: lookPart },
} as const

export type PartName = keyof typeof PARTS
