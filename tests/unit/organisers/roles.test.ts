import { expect, test } from 'vitest'
import { type Capability, MAY, may, NEEDS_FRESH_FACTOR } from '#lib/access/roles.ts'

// Written down once more, so that a slip in the table does not pass for a decision.
const ROLES = {
  viewer: ['watch', 'own-account'],
  moderator: ['see-signatures', 'moderate', 'import', 'write-news', 'write-to-signatories'],
  exporter: ['export-public', 'export-all', 'answer-requests'],
  owner: ['run-campaign', 'write-content', 'manage-people', 'read-audit-log'],
} as const satisfies Record<string, readonly Capability[]>

const IN_ORDER = Object.keys(ROLES) as (keyof typeof ROLES)[]

test.each(IN_ORDER.map((role, place) => [role, IN_ORDER.slice(0, place + 1)] as const))(
  'what %s may is what %j may, and no more',
  (role, roles) => {
    const allowed = (Object.keys(MAY) as Capability[]).filter(capability => may(role, capability))
    expect(allowed.sort()).toEqual(roles.flatMap(one => [...ROLES[one]]).sort())
  },
)

test('what carries addresses away or hands out power asks for the second factor again', () => {
  expect([...NEEDS_FRESH_FACTOR].sort()).toEqual([
    'answer-requests',
    'export-all',
    'export-public',
    'manage-people',
    'run-campaign',
  ])
})
