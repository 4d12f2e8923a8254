import { beforeEach, describe, expect, test } from 'vitest'
import { auditLogQuery, readAuditLog } from '#lib/audit/read-audit-log.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { verifyAuditLog } from '#lib/audit/verify-audit-log.ts'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import {
  applicationRole,
  asOwner,
  asOwnerWithTriggers,
} from '../../support/database/database-owner.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

const LEA = '0192f0c1-0000-7000-8000-00000000000a'

const CHANGES = [
  ['a changed record', `UPDATE audit_record SET kind = 'signed-out' WHERE sequence = 2`],
  ['a hash of one’s own', `UPDATE audit_record SET hash = repeat('a', 64) WHERE sequence = 2`],
  ['a deleted record', 'DELETE FROM audit_record WHERE sequence = 2'],
  ['an emptied audit log', 'TRUNCATE audit_record'],
] as const

const ONLY_AN_OWNER = [
  ['triggers switched off', 'ALTER TABLE audit_record DISABLE TRIGGER ALL'],
  ['triggers put to sleep', 'SET session_replication_role = replica'],
  [
    'a function replaced',
    'CREATE OR REPLACE FUNCTION audit_refuse_change() RETURNS TRIGGER AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql',
  ],
  ['a dropped trigger', 'DROP TRIGGER audit_chain_record ON audit_record'],
  ['a dropped table', 'DROP TABLE audit_record'],
  ['becoming the owner', 'SET ROLE postgres'],
] as const

beforeEach(async () => {
  await emptyDatabase()
  for (const kind of ['signed-in', 'signatures-seen', 'signed-out'] as const) await event(kind)
})

describe('as the role that the site works with', () => {
  test('it is not the owner', async () => {
    const [row] = await database.$queryRaw<object[]>`
      SELECT current_user::text AS "user", rolsuper AS is_super, rolcreaterole AS makes_roles
      FROM pg_roles WHERE rolname = current_user`
    expect(row).toEqual({ user: applicationRole, isSuper: false, makesRoles: false })
  })

  test.each([...CHANGES, ...ONLY_AN_OWNER])('%s is refused', async (_, sql) => {
    await expect(database.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied|must be owner/)
    expect(await verify()).toMatchObject({ outcome: 'intact', records: 3 })
  })

  test('a right given to oneself is none', async () => {
    await database.$executeRawUnsafe(`GRANT UPDATE ON audit_record TO ${applicationRole}`)
    await expect(database.auditRecord.updateMany({ data: { rows: 7 } })).rejects.toThrow()
  })

  test('a record says nothing itself of when, where and with which hash it stands', async () => {
    await database.$executeRawUnsafe(
      `INSERT INTO audit_record (id, sequence, at, kind, details, previous_hash, hash)
       VALUES (1000, 2, '2020-05-26', 'signed-in', '{}', repeat('a', 64), repeat('b', 64))`,
    )
    const added = await database.auditRecord.findUniqueOrThrow({ where: { id: 1000 } })
    expect(added.sequence).toBe(4n)
    expect(added.at.getFullYear()).toBeGreaterThan(2020)
    expect(await verify()).toMatchObject({ outcome: 'intact', records: 4 })
  })

  test('a table of the same name, for this session alone, gets no hash', async () => {
    await database.$transaction(async transaction => {
      await transaction.$executeRaw`CREATE TEMPORARY TABLE audit_record (id BIGINT) ON COMMIT DROP`
      await transaction.$executeRaw`
        INSERT INTO public.audit_record (kind, details) VALUES ('signed-in', '{}')`
    })
    expect(await verify()).toMatchObject({ outcome: 'intact', records: 4 })
  })
})

test.each(CHANGES)('with one role that owns the tables too, %s is refused', async (_, sql) => {
  await expect(asOwnerWithTriggers(sql)).rejects.toThrow('audit_record is append-only')
  expect(await verify()).toMatchObject({ outcome: 'intact', records: 3 })
})

test('a day that no clock knows filters nothing, and is no error', async () => {
  for (const day of ['0000-01-01', '0001-01-01', '9999-12-31']) {
    expect((await readAuditLog(auditLogQuery.parse({ day }))).records).toHaveLength(3)
  }
})

test('what is not done is not recorded, and leaves no gap', async () => {
  const undone = database.$transaction(async transaction => {
    await recordAuditEvent(
      { by: { id: LEA, networkHash: null }, kind: 'signature-held' },
      transaction,
    )
    throw new Error('never mind')
  })
  await expect(undone).rejects.toThrow('never mind')
  await event('signed-in')
  expect(await verify()).toMatchObject({ outcome: 'intact', records: 4 })
})

test('fifty at once stand one behind another', async () => {
  await Promise.all(Array.from({ length: 50 }, () => event('signature-seen')))
  const places = await asOwner<{ sequence: string }>(
    'SELECT sequence FROM audit_record ORDER BY sequence',
  )
  expect(places.map(({ sequence }) => Number(sequence))).toEqual(
    Array.from({ length: 53 }, (_, i) => i + 1),
  )
  expect(await verify()).toMatchObject({ outcome: 'intact', records: 53 })
})

test('an event of a long piece of work keeps no other event waiting', async () => {
  await database.$transaction(async transaction => {
    await recordAuditEvent(
      { by: { id: LEA, networkHash: null }, kind: 'signature-held' },
      transaction,
    )
    await event('signed-in')
  })
  const records = await database.auditRecord.findMany({ orderBy: { sequence: 'asc' }, skip: 3 })
  expect(records.map(({ kind }) => kind)).toEqual(['signed-in', 'signature-held'])
})

function event(kind: Parameters<typeof recordAuditEvent>[0]['kind']) {
  return recordAuditEvent({ by: { id: LEA, networkHash: 'a-network' }, kind, rows: 3 })
}

function verify() {
  return verifyAuditLog(env.DATABASE_URL ?? '')
}
