import { expect, inject, test } from 'vitest'
import { readServerHealth } from '#lib/database/server-health.ts'
import { env } from '#lib/env/env.ts'
import { checkDatabase } from '../../../bin/support/doctor/check-database.ts'

test('a real server says what it is, and what the site’s role may not', async () => {
  const health = await readServerHealth(env.DATABASE_URL ?? '')
  expect(health).toMatchObject({ hasTrigrams: true, hasTables: true, mayChangeAuditLog: false })
  expect(health.version).toBeGreaterThan(130_000)
  expect(health.name).toMatch(/^\d+\.\d+$/)
  expect(Math.abs(health.clockAheadMs)).toBeLessThan(2_000)
})

test('its owner may make tables, and change the audit log', async () => {
  const owner = inject('templateUrl')
  const [, rights] = await checkDatabase(owner, env.DATABASE_URL ?? '', true)
  expect(rights).toEqual({ isFine: true, says: 'Its owner may make tables.' })
  expect(await readServerHealth(owner)).toMatchObject({ mayChangeAuditLog: true })
})
