import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepAuditCheckpoint, readAuditCheckpoints } from '#lib/audit/audit-checkpoints.ts'
import { AUDIT_EVENT_KINDS } from '#lib/audit/audit-events.ts'
import { type AuditHead, readAuditHead } from '#lib/audit/audit-head.ts'
import { type AuditEvent, recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { verifyAuditLog } from '#lib/audit/verify-audit-log.ts'
import { env } from '#lib/env/env.ts'
import { asOwner } from '../../support/database/database-owner.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

const LEA = '0192f0c1-0000-7000-8000-00000000000a'
const SOMEBODY = '0192f0c1-0000-7000-8000-00000000000b'

const rehashFrom = (sequence: number) => `DO $$
  DECLARE r audit_record; last TEXT;
  BEGIN
    FOR r IN SELECT * FROM audit_record WHERE sequence >= ${sequence} ORDER BY sequence LOOP
      SELECT hash INTO last FROM audit_record WHERE sequence = r.sequence - 1;
      r.previous_hash := coalesce(last, repeat('0', 64));
      UPDATE audit_record SET previous_hash = r.previous_hash, hash = audit_hash(r)
        WHERE id = r.id;
    END LOOP;
  END $$`

beforeEach(emptyDatabase)

describe('the owner of the database, with the triggers asleep,', () => {
  beforeEach(() => five())

  test.each([
    ['kind', `'signed-out'`],
    ['at', `at - interval '1 hour'`],
    ['organiser_id', `'${SOMEBODY}'`],
    ['network_hash', 'NULL'],
    ['subject', `''`],
    ['rows', '7'],
    ['file_hash', `repeat('0', 64)`],
    ['details', `'{"country": "BE"}'`],
    ['id', '1000'],
    ['hash', `repeat('a', 64)`],
  ])('changes %s of a record', async (column, value) => {
    await asOwner(`UPDATE audit_record SET ${column} = ${value} WHERE sequence = 3`)
    expect(await verify()).toMatchObject({ outcome: 'broken', sequence: 3, fault: 'changed' })
  })

  test('changes a record and hashes it anew: the next one tells', async () => {
    await asOwner('UPDATE audit_record SET rows = 7 WHERE sequence = 3')
    await asOwner('UPDATE audit_record r SET hash = audit_hash(r) WHERE sequence = 3')
    expect(await verify()).toMatchObject({ sequence: 4, fault: 'does-not-follow' })
  })

  test('takes a record out', async () => {
    await asOwner('DELETE FROM audit_record WHERE sequence = 3')
    expect(await verify()).toMatchObject({ sequence: 3, fault: 'missing' })
  })

  test('takes a record out and closes the gap', async () => {
    await asOwner('DELETE FROM audit_record WHERE sequence = 3')
    await asOwner('UPDATE audit_record SET sequence = sequence - 1 WHERE sequence > 3')
    expect(await verify()).toMatchObject({ sequence: 3, fault: 'does-not-follow' })
  })

  test('takes the first record out', async () => {
    await asOwner('DELETE FROM audit_record WHERE sequence = 1')
    expect(await verify()).toMatchObject({ sequence: 1, fault: 'missing' })
  })

  test('slips a record in, past the trigger', async () => {
    await asOwner(`INSERT INTO audit_record (kind, details) VALUES ('signed-in', '{}')`)
    expect(await verify()).toMatchObject({ sequence: 6, fault: 'unhashed' })
  })

  test('slips a record in between', async () => {
    await asOwner('UPDATE audit_record SET sequence = sequence + 100 WHERE sequence > 2')
    await asOwner('UPDATE audit_record SET sequence = sequence - 99 WHERE sequence > 100')
    await asOwner(`INSERT INTO audit_record (sequence, kind, details, previous_hash, hash)
      SELECT 3, 'signed-in', '{}', hash, hash FROM audit_record WHERE sequence = 2`)
    expect(await verify()).toMatchObject({ sequence: 3, fault: 'changed' })
  })

  test('lets two records change places', async () => {
    await asOwner('UPDATE audit_record SET sequence = sequence * -1 WHERE sequence IN (2, 3)')
    await asOwner('UPDATE audit_record SET sequence = sequence + 5 WHERE sequence < 0')
    expect(await verify()).toMatchObject({ sequence: 2, fault: 'does-not-follow' })
  })

  test('cuts the end off: only a head that was written down elsewhere tells', async () => {
    const kept = await head()
    await asOwner('DELETE FROM audit_record WHERE sequence > 3')
    expect(await verify()).toMatchObject({ outcome: 'intact', records: 3 })
    expect(await verify([kept])).toMatchObject({ sequence: 4, fault: 'cut-off' })
  })

  test('makes all anew from a record on: only a head that was written down elsewhere tells', async () => {
    const kept = await head()
    await asOwner('UPDATE audit_record SET rows = 7 WHERE sequence = 2')
    await asOwner(rehashFrom(2))
    expect(await verify()).toMatchObject({ outcome: 'intact', records: 5 })
    expect(await verify([kept])).toMatchObject({ sequence: 5, fault: 'rewritten' })
  })
})

test('a head that was kept in the data folder is one that the audit log must still reach', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-letter-heads-'))
  expect(await keepAuditCheckpoint(folder)).toBeNull()
  appendFileSync(join(folder, 'audit-checkpoints'), 'a line that was cut by a crash\n'.repeat(100))
  await five()
  expect(await keepAuditCheckpoint(folder)).toEqual(await readAuditHead())
  expect(await keepAuditCheckpoint(folder)).toBeNull()
  await event({})
  await keepAuditCheckpoint(folder)
  const kept = readAuditCheckpoints(folder)
  rmSync(folder, { recursive: true })
  expect(kept.map(({ sequence }) => sequence)).toEqual([5, 6])
  expect(await verify(kept)).toMatchObject({ outcome: 'intact', records: 6 })
})

test('whatever a record holds, the site and the database hash it alike', async () => {
  const text = fc.option(fc.string({ unit: 'binary' }).map(withoutNul), { nil: null })
  const events = fc.record({
    kind: fc.constantFrom(...AUDIT_EVENT_KINDS),
    by: fc.record({ id: fc.option(fc.uuid(), { nil: null }), networkHash: text }),
    subject: fc.string({ unit: 'binary' }).map(withoutNul),
    rows: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    details: fc.dictionary(
      fc.string({ unit: 'binary' }).map(withoutNul),
      fc.oneof(fc.string({ unit: 'binary' }).map(withoutNul), fc.integer(), fc.boolean()),
    ),
  })
  let written = 0
  await fc.assert(
    fc.asyncProperty(fc.array(events, { maxLength: 4 }), async some => {
      for (const one of some) await recordAuditEvent(one)
      written += some.length
      expect(await verify()).toMatchObject({ outcome: 'intact', records: written })
    }),
    { numRuns: 30 },
  )
})

test('whichever record is changed, it is the one that is named', async () => {
  await five()
  await five()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 10 }), fc.integer(), async (sequence, rows) => {
      fc.pre(rows !== 3)
      await asOwner('UPDATE audit_record SET rows = $2 WHERE sequence = $1', [sequence, rows | 0])
      expect(await verify()).toMatchObject({ outcome: 'broken', sequence, fault: 'changed' })
      await asOwner('UPDATE audit_record SET rows = 3 WHERE sequence = $1', [sequence])
      expect(await verify()).toMatchObject({ outcome: 'intact' })
    }),
    { numRuns: 20 },
  )
})

async function five() {
  for (let made = 0; made < 5; made += 1) await event({ details: { country: 'FR' } })
}

function event(given: Partial<AuditEvent>) {
  return recordAuditEvent({
    by: { id: LEA, networkHash: 'a-network' },
    kind: 'signatures-seen',
    subject: 'a-subject',
    rows: 3,
    fileHash: 'f'.repeat(64),
    ...given,
  })
}

async function head() {
  const newest = await readAuditHead()
  if (!newest) throw new Error('The audit log is empty.')
  return newest
}

function verify(kept: AuditHead[] = []) {
  return verifyAuditLog(env.DATABASE_URL ?? '', kept)
}

/** PostgreSQL keeps no text with U+0000. */
function withoutNul(text: string) {
  return text.replaceAll('\0', '')
}
