import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { LONGEST_EXPORT_HOURS, settleLostExports } from '#lib/exports/settle-lost-exports.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

beforeEach(emptyDatabase)

test('an export that nobody can still receive is said to be broken off, once', async () => {
  const { id: organiserId } = await anOrganiser('Lucie', 'owner')
  const startedAt = new Date('2026-05-26T08:00:00Z')
  await database.exportRun.create({ data: { organiserId, fileName: 'a.csv', startedAt } })
  const later = (hours: number) => new Date(startedAt.getTime() + hours * 3_600_000)
  await settleLostExports(later(LONGEST_EXPORT_HOURS - 1))
  expect(await database.exportRun.findFirst()).toMatchObject({ state: 'sending' })
  await settleLostExports(later(LONGEST_EXPORT_HOURS + 1))
  await settleLostExports(later(LONGEST_EXPORT_HOURS + 2))
  expect(await database.exportRun.findFirst()).toMatchObject({ state: 'broken' })
  expect(await database.auditRecord.count({ where: { kind: 'export-broken-off' } })).toBe(1)
})
