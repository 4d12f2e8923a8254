import type { SignatureKind, SignatureStatus } from '#lib/database/types.ts'

/** Every status of a signature, in the order in which they are offered to organisers. */
export const STATUSES = [
  'pending',
  'held',
  'confirmed',
  'withdrawn',
  'removed',
] as const satisfies SignatureStatus[]

/** Kinds of signatories. */
export const KINDS = ['individual', 'organisation'] as const satisfies SignatureKind[]
