/** Every kind of deed that the trail knows; `locales/` says each in words. */
export const DEED_KINDS = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'signatures-seen',
  'signature-seen',
  'signature-released',
  'signature-held',
  'statement-decided',
  'exported',
  'letter-published',
  'trail-read',
  'setting-changed',
  'approval-asked',
  'approval-given',
  'approval-refused',
  'approval-used',
  'campaign-moved',
  'campaign-scheduled',
  'preview-link-renewed',
  'pause-notes-written',
] as const

export type DeedKind = (typeof DEED_KINDS)[number]
