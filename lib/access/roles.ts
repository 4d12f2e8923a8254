import type { OrganiserRole } from '#lib/database/types.ts'

/** Capabilities of organisers. Every page, action and endpoint names one of these. */
export type Capability = keyof typeof MAY

const EVERYONE: OrganiserRole[] = ['viewer', 'moderator', 'exporter', 'owner']
const WHO_CLEANS: OrganiserRole[] = ['moderator', 'exporter', 'owner']
const WHO_EXPORTS: OrganiserRole[] = ['exporter', 'owner']
const OWNERS: OrganiserRole[] = ['owner']

/** Roles of each capability; there is no other rule of access. */
export const MAY = {
  /** Look at numbers, charts and the delivery of mails. No personal data. */
  watch: EVERYONE,
  /** Manage one's own password, second factors and sessions. */
  'own-account': EVERYONE,
  /** Look at signatures, with their e-mail addresses. */
  'see-signatures': WHO_CLEANS,
  /** Release, hold, correct, feature, remove; read statements and reports. */
  moderate: WHO_CLEANS,
  /** Bring in signatures gathered elsewhere. */
  import: WHO_CLEANS,
  /** Write news and answers of governments. */
  'write-news': WHO_CLEANS,
  /** Write to signatories, and remind those who did not confirm. */
  'write-to-signatories': WHO_CLEANS,
  /** Export the columns that are public anyway, and make delivery packs. */
  'export-public': WHO_EXPORTS,
  /** Export every column, e-mail addresses among them. */
  'export-all': WHO_EXPORTS,
  /** Hand out or erase the data of a signatory who asks for it. */
  'answer-requests': WHO_EXPORTS,
  /** Open, pause and close the campaign, and change its rules. */
  'run-campaign': OWNERS,
  /** Write the files of content/: the letter and all around it. */
  'write-content': OWNERS,
  /** Invite organisers, change their roles, end their sessions. */
  'manage-people': OWNERS,
  /** Read the audit log of what organisers did. */
  'read-audit-log': OWNERS,
} as const satisfies Record<string, readonly OrganiserRole[]>

/**
 * Capabilities that need a second factor shown within the last minutes (sessions/lifetimes.ts), because they
 * reveal addresses or grant roles. Bulk actions ask for it themselves.
 */
export const NEEDS_FRESH_FACTOR: readonly Capability[] = [
  'export-public',
  'export-all',
  'answer-requests',
  'run-campaign',
  'manage-people',
]

/** Whether a role has a capability. */
export function may(role: OrganiserRole, capability: Capability) {
  return MAY[capability].includes(role)
}
