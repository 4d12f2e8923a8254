import type { Capability } from '#lib/access/roles.ts'

/** What a second organiser may be asked to approve, and what he or she must be allowed to do. */
export const APPROVAL_KINDS = {
  /** An export with e-mail addresses. */
  'export-all': 'export-all',
  /** A message to signatories. */
  broadcast: 'write-to-signatories',
} as const satisfies Record<string, Capability>

export type ApprovalKind = keyof typeof APPROVAL_KINDS

/** How long what was asked may be approved and done, in hours. */
export const APPROVAL_LIFETIME_HOURS = 24

/** What exactly is to be approved. */
export type ApprovalSubject = {
  kind: ApprovalKind
  /** The very thing: an id, or a text that says all of it, such as the filters of an export. */
  subject: string
}
