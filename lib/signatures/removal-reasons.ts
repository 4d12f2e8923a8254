import type { RemovalReason } from '#lib/database/types.ts'

/** Reasons for removing a signature, in the order in which they are offered. */
export const REMOVAL_REASONS = [
  'invented',
  'impersonation',
  'double',
  'automated',
  'offensive',
  'other',
] as const satisfies RemovalReason[]
