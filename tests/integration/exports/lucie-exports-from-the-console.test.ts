import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { approve } from '#lib/approvals/decide-approval.ts'
import { listApprovals } from '#lib/approvals/list-approvals.ts'
import { database } from '#lib/database/client.ts'
import { beginExport } from '#lib/exports/begin-export.ts'
import { countExport } from '#lib/exports/count-export.ts'
import { type ExportWish, readExportAddress, readExportWish } from '#lib/exports/export-wish.ts'
import { sendExport } from '#lib/exports/send-export.ts'
import { saveSetting } from '#lib/settings/settings.ts'
import { forgetTally, readTally } from '#lib/signatures/tally.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

const REASON = 'For the register of the Senate.'

let lucie: Organiser
let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'exporter')
  karim = await anOrganiser('Karim', 'owner')
  await insertSignatures(database, [
    aSignature({ name: '=HYPERLINK("http://x","y")', email: 'one@example.org' }),
    aSignature({
      name: 'Zoé Lefèvre',
      role: 'Sage-femme',
      organisation: 'Clinique',
      country: 'BE',
    }),
    aSignature({ name: 'Hides Herself', isPublic: false }),
    aSignature({ name: 'Hidden by an organiser', isHidden: true }),
    aPendingSignature({ name: 'Noor' }),
  ])
})

describe('the public columns', () => {
  test('are what the site shows of those whom it shows, and need no reason', async () => {
    const { file, fileName } = await exported(lucie, { format: 'csv', columns: 'public' })
    const rows: Record<string, string>[] = parse(file, { bom: true, columns: true })
    expect(rows.map(({ name }) => name)).toEqual([`'=HYPERLINK("http://x","y")`, 'Zoé Lefèvre'])
    expect(rows[1]?.capacityNote).toContain('in a personal capacity')
    expect(file.toString()).not.toMatch(/@example|email|Hid/)
    expect(fileName).toMatch(/^\d{4}-\d\d-\d\dT\d{4}Z-signatures-confirmed-public\.csv$/)
  })

  test('hold those that the filters of the table let pass', async () => {
    const { file } = await exported(lucie, { format: 'json', columns: 'public', country: 'BE' })
    expect(JSON.parse(file.toString())).toMatchObject([{ name: 'Zoé Lefèvre', country: 'BE' }])
  })
})

describe('all columns', () => {
  const ALL = { format: 'xlsx', columns: 'all', status: 'confirmed' }

  test('need a reason, which stays in the audit log with the rows and the hash', async () => {
    for (const reason of ['', 'Too short']) {
      const wish = readExportWish({ ...ALL, why: reason })
      expect(await beginExport(lucie, wish)).toEqual({ outcome: 'reason-missing' })
    }
    expect(await readAuditEvents()).toEqual([])
    const { file } = await exported(lucie, { ...ALL, why: REASON })
    const [headers, ...rows] = await readSheet(file)
    expect(rows).toHaveLength(4)
    expect(rows[0]?.[headers?.indexOf('email') ?? 0]).toBe('one@example.org')
    const [begun, sent] = await readAuditEvents()
    expect(begun).toMatchObject({ kind: 'export-begun', details: { reason: REASON } })
    const fileHash = createHash('sha256').update(file).digest('hex')
    expect(sent).toMatchObject({ kind: 'exported', rows: 4, fileHash, organiserId: lucie.id })
  })

  test('need one that can be written down, whatever a program sends', async () => {
    const wish = readExportWish({ ...ALL, why: '\0'.repeat(20) })
    expect(await beginExport(lucie, wish)).toEqual({ outcome: 'reason-missing' })
    const asked = { ...wish, reason: readExportWish({ ...ALL, why: `${REASON}\0` }).reason }
    expect(await beginExport(lucie, asked)).toMatchObject({ outcome: 'begun' })
    // Cut at 500, in the middle of its last character.
    const long = readExportWish({ ...ALL, why: `${'a'.repeat(499)}👍` })
    expect(await beginExport(lucie, long)).toMatchObject({ outcome: 'begun' })
  })

  test('of a search: the audit log says that there was one, not for whom', async () => {
    const search = { q: 'Zoé', domain: 'example.org', network: 'net-of-zoe', country: 'BE' }
    await beginExport(lucie, readExportWish({ ...ALL, ...search, why: REASON }))
    const filters = { country: 'BE', q: '…', domain: '…', network: '…' }
    const said = { filters, statuses: ['confirmed'] }
    expect((await readAuditEvents())[0]?.details).toMatchObject(said)
  })

  test('hold the statuses that were chosen, each counted before', async () => {
    const { statuses, shown } = await countExport({})
    expect(shown).toBe(2)
    expect(statuses).toMatchObject({ confirmed: 4, pending: 1, held: 0 })
    const both = { ...ALL, format: 'json', status: ['pending', 'confirmed'], why: REASON }
    const { file, fileName } = await exported(lucie, both)
    expect(JSON.parse(file.toString())).toHaveLength(5)
    expect(fileName).toMatch(/Z-signatures-pending-confirmed-all\.json$/)
  })

  test('are of confirmed signatures where nobody chose; with every box empty there is no file', async () => {
    expect(readExportAddress({ columns: 'all' }).statuses).toEqual(['confirmed'])
    const wish = readExportWish({ ...ALL, status: undefined, why: REASON })
    expect(await beginExport(lucie, wish)).toEqual({ outcome: 'status-missing' })
  })

  test('of those held for one reason: that filter is no reason of the export', async () => {
    const typed = { ...ALL, status: 'held', reason: 'imitation', why: REASON }
    expect(readExportWish(typed)).toMatchObject({
      reason: REASON,
      filters: { reason: 'imitation' },
    })
  })

  test('are as many as the tally says', async () => {
    await insertSignatures(database, aCrowd(1_200))
    forgetTally()
    const { signatures } = await readTally(0)
    const { file } = await exported(lucie, { ...ALL, format: 'json', why: REASON })
    expect(JSON.parse(file.toString())).toHaveLength(signatures)
  })

  test('wait for a second organiser, where owners wish so, and are approved once', async () => {
    await saveSetting(karim, 'exportNeedsApproval', true)
    const wish = readExportWish({ ...ALL, why: REASON })
    expect(await beginExport(lucie, wish)).toMatchObject({ outcome: 'needs-approval' })
    const [question] = await listApprovals(karim)
    expect(question).toMatchObject({ reason: REASON, askedBy: lucie.email })
    await approve(karim, question?.id ?? '')
    const other = readExportWish({ ...ALL, country: 'BE', why: REASON })
    expect(await beginExport(lucie, other)).toMatchObject({ outcome: 'needs-approval' })
    expect(await beginExport(lucie, wish)).toMatchObject({ outcome: 'begun' })
    expect(await beginExport(lucie, wish)).toMatchObject({ outcome: 'needs-approval' })
  })

  test('are not for a viewer', async () => {
    const noor = await anOrganiser('Noor', 'viewer')
    const wish = readExportWish({ ...ALL, why: REASON })
    expect(await beginExport(noor, wish)).toEqual({ outcome: 'not-allowed' })
  })

  test('broken off by whoever asked: recorded with what was sent until then', async () => {
    await insertSignatures(database, aCrowd(20_000))
    const { file } = await begin(lucie, readExportWish({ ...ALL, format: 'csv', why: REASON }))
    await once(file, 'readable')
    file.destroy()
    await vi.waitFor(async () => expect(await readAuditEvents('export-broken-off')).toHaveLength(1))
    const [run] = await database.exportRun.findMany()
    expect(run).toMatchObject({
      state: 'broken',
      fileHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

async function begin(organiser: Organiser, wish: ExportWish) {
  const begun = await beginExport(organiser, wish)
  if (begun.outcome !== 'begun') throw new Error(`The export is not begun: ${begun.outcome}`)
  return { fileName: begun.fileName, file: sendExport(organiser, { id: begun.id, wish }) }
}

async function exported(organiser: Organiser, values: Record<string, unknown>) {
  const { file, fileName } = await begin(organiser, readExportWish(values))
  return { fileName, file: await buffer(file) }
}
