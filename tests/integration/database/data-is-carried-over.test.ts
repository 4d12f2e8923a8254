import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readSubject } from '#lib/approvals/encrypted-subject.ts'
import { readAuditHead } from '#lib/audit/audit-head.ts'
import { readAuditLog } from '#lib/audit/read-audit-log.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { verifyAuditLog } from '#lib/audit/verify-audit-log.ts'
import { carryOver } from '#lib/database/carry-over.ts'
import { database } from '#lib/database/client.ts'
import { withDatabaseName } from '#lib/database/connection-string.ts'
import { migrationNames } from '#lib/database/migration-files.ts'
import { applyMigrations } from '#lib/database/migrations.ts'
import { readRows } from '#lib/database/read-rows.ts'
import { signaturesToExport } from '#lib/exports/queries.ts'
import { loadBatch } from '#lib/mail/outbox/render-batch.ts'
import { deriveToken } from '#lib/security/tokens.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import {
  openSignatorySession,
  readOwnSignature,
} from '#lib/signatures/self-service/signatory-session.ts'
import { signMessage } from '#lib/webhooks/sign-message.ts'
import {
  countRows,
  describeSchema,
  dropEverything,
  fillAsBefore,
  ownersUrl,
  runAsOwner,
} from '../../support/database/database-of-before.ts'
import { signAndConfirm } from '../../support/people/self-service.ts'
import { amina } from '../../support/people/signatories.ts'

// As tests/integration/database/before/rows.sql has them.
const CAMILLE = '0192f0c1-0000-7000-8000-0000000000c1'
const BATCH = '0192f0c1-0000-7000-8000-0000000000ba'
const CONFIRMATION_LINK = '868ee85e-96c3-8359-a0fe-5eab9230cb49'
const MAGIC_LINK = '868ee85e-046a-814d-8d7b-a74923fbbe31'

/** What carrying over leaves behind: the tables, and what Prisma cannot say of them. Later ones are migrated. */
const CARRIED_OVER = 2

afterAll(async () => {
  await dropEverything()
  await applyMigrations(ownersUrl)
})

test('a database that lacks migrations of before is told what to do first, and stays as it is', async () => {
  await fillAsBefore()
  await runAsOwner(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '20261129%'`)
  const last = '20261122034800_indexes_that_are_asked'
  expect(await carryOver(ownersUrl)).toEqual({ outcome: 'too-old', last })
  expect(await countRows()).not.toContain(0)
})

describe('a site of version 0.1.0', () => {
  let before: number[]

  beforeAll(async () => {
    await fillAsBefore()
    before = await countRows()
  })

  test('is told in one sentence what to type, and nothing has changed', async () => {
    await expect(applyMigrations(ownersUrl)).rejects.toThrow(/^[^\n]*npm run carry-over\.$/)
    expect(await countRows()).toEqual(before)
  })

  test('has something in every table, and every row of it afterwards', async () => {
    expect(before).not.toContain(0)
    expect(await carryOver(ownersUrl)).toEqual({ outcome: 'carried-over' })
    expect(await countRows()).toEqual(before)
  })

  test('is carried over once, and migrated from then on', async () => {
    expect(await carryOver(ownersUrl)).toEqual({ outcome: 'nothing-to-do' })
    expect(await applyMigrations(ownersUrl)).toEqual(migrationNames().slice(CARRIED_OVER))
    expect(await applyMigrations(ownersUrl)).toEqual([])
  })

  test('has the very schema of a new one', async () => {
    const template = new URL(inject('templateUrl')).pathname.slice(1)
    const anew = withDatabaseName(inject('templateUrl'), 'made_anew')
    await runAsOwner(`CREATE DATABASE made_anew TEMPLATE ${template}`)
    expect(await describeSchema(ownersUrl)).toEqual(await describeSchema(anew))
    await runAsOwner('DROP DATABASE made_anew')
  })

  test('has an audit log that fits, with its old records and with new ones', async () => {
    const head = await readAuditHead()
    expect(head?.sequence).toBe(5)
    await recordAuditEvent({ by: null, kind: 'exported', rows: 3 })
    expect(await verifyAuditLog(ownersUrl, head ? [head] : [])).toMatchObject({
      outcome: 'intact',
      records: 6,
    })
  })

  test('shows and finds old records by the kinds of today, and leaves them as they were hashed', async () => {
    const { records } = await readAuditLog({ kind: 'broadcast-started' })
    expect(records).toMatchObject([{ sequence: 3, kind: 'broadcast-started' }])
    expect(await database.auditRecord.findUnique({ where: { sequence: 3 } })).toMatchObject({
      kind: 'update-started',
    })
  })

  test('still reads what it encrypted: a mail under way, a webhook’s secret, an approval', async () => {
    expect(await loadBatch(BATCH)).toMatchObject([{ to: 'camille.roux@example.org' }])
    const { encryptedSecret } = await database.webhook.findFirstOrThrow()
    expect(signMessage(encryptedSecret, 'msg', new Date(), '{}')).toHaveProperty(
      'webhook-signature',
    )
    const { encryptedSubject } = await database.approval.findFirstOrThrow()
    expect(readSubject(encryptedSubject)).toBe('export all')
  })

  test('still takes the links of its mails', async () => {
    const token = deriveToken('confirm', CONFIRMATION_LINK)
    expect(await confirmSignature(token)).toEqual({ outcome: 'confirmed' })
    const session = await openSignatorySession(deriveToken('own-link', MAGIC_LINK))
    expect(await readOwnSignature(session)).toMatchObject({ id: CAMILLE, name: 'Camille Roux' })
  })

  test('takes new signatures, and exports them beside the old ones', async () => {
    await signAndConfirm(amina)
    const filters = { status: 'confirmed' as const }
    const names: string[] = []
    for await (const rows of readRows<{ name: string }>(ownersUrl, signaturesToExport(filters))) {
      names.push(...rows.map(({ name }) => name))
    }
    expect(names.sort()).toEqual(['Amina Haddad', 'Camille Roux', 'Idris', 'Zoé'])
  })

  test('knows its mails, its history and its broadcasts by their new names', async () => {
    const mails = await database.mail.findMany({ orderBy: { id: 'asc' }, take: 4 })
    expect(mails.map(({ kind }) => kind)).toEqual([
      'magic_link',
      'confirm',
      'reconfirm',
      'broadcast',
    ])
    const history = await database.signatureEvent.findMany({ where: { signatureId: CAMILLE } })
    expect(history.map(({ kind }) => kind)).toContain('reconfirmed')
    expect(await database.broadcast.findFirstOrThrow()).toMatchObject({ cursor: CAMILLE })
  })

  test('keeps what owners set, and what waits for approval', async () => {
    expect(await readSettings()).toMatchObject({ broadcastMailsPerHour: 500 })
    expect(await database.approval.count({ where: { kind: 'broadcast' } })).toBe(1)
  })

  test('forgets in a snapshot who hides her name', async () => {
    await database.signature.update({ where: { id: CAMILLE }, data: { isHidden: true } })
    expect(await database.deliveryMember.findFirstOrThrow()).toMatchObject({ record: null })
  })
})
