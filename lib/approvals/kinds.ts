import type { Capability } from '#lib/access/roles.ts'

/** Kinds of approval, with the capability that the approver needs. */
export const APPROVAL_KINDS = {
  /** An export with e-mail addresses. */
  'export-all': 'export-all',
  /** A message to signatories. */
  broadcast: 'write-to-signatories',
} as const satisfies Record<string, Capability>

export type ApprovalKind = keyof typeof APPROVAL_KINDS

/** Longest answer of who decides, in characters. */
export const LONGEST_ANSWER = 500

/** Hours after which a request for approval expires. */
export const APPROVAL_LIFETIME_HOURS = 24

/** Subject of an approval. */
export type ApprovalSubject = {
  kind: ApprovalKind
  /** An id, or a text that identifies the subject completely, such as the filters of an export. */
  subject: string
}
