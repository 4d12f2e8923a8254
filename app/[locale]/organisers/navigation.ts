import type { Capability } from '#lib/access/roles.ts'

/** The sections of the console, in the order of its menu; `locales/` names them. */
export const NAVIGATION = [
  { name: 'overview', path: '/organisers', capability: 'watch' },
  { name: 'signatures', path: '/organisers/signatures', capability: 'see-signatures' },
  { name: 'exports', path: '/organisers/exports', capability: 'export-public' },
  { name: 'packs', path: '/organisers/packs', capability: 'export-public' },
  { name: 'links', path: '/organisers/links', capability: 'watch' },
  { name: 'mail', path: '/organisers/mail', capability: 'watch' },
  { name: 'broadcasts', path: '/organisers/broadcasts', capability: 'write-to-signatories' },
  { name: 'news', path: '/organisers/news', capability: 'write-news' },
  { name: 'approvals', path: '/organisers/approvals', capability: 'write-to-signatories' },
  { name: 'paper', path: '/organisers/paper', capability: 'import' },
  { name: 'letter', path: '/organisers/letter', capability: 'write-content' },
  { name: 'content', path: '/organisers/content', capability: 'write-content' },
  { name: 'campaign', path: '/organisers/campaign', capability: 'run-campaign' },
  { name: 'settings', path: '/organisers/settings', capability: 'write-content' },
  { name: 'webhooks', path: '/organisers/webhooks', capability: 'run-campaign' },
  { name: 'people', path: '/organisers/people', capability: 'manage-people' },
  { name: 'audit', path: '/organisers/audit', capability: 'read-audit-log' },
] as const satisfies readonly { name: string; path: string; capability: Capability }[]

export type SectionName = (typeof NAVIGATION)[number]['name']
