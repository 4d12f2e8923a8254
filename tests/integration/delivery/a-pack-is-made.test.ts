import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { readCampaignRun } from '#lib/campaign/campaign-run.ts'
import { finalCountAt } from '#lib/campaign/confirmation-deadline.ts'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { readLetter } from '#lib/content/letter.ts'
import { database } from '#lib/database/client.ts'
import { makeDelivery } from '#lib/delivery/make-delivery.ts'
import { openPack } from '#lib/delivery/open-pack.ts'
import { makePack } from '#lib/delivery/pack/make-pack.ts'
import { clearErasedPacks } from '#lib/delivery/pack-file.ts'
import { env } from '#lib/env/env.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { isPdfA } from '../../support/checks/pdf.ts'
import { textOfPdf, unpacked } from '../../support/checks/unpack-archive.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { freeze } from '../../support/people/deliveries.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { anOrganisationSignature, aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

const SCRIPTS = [
  ['محمد العلوي', 'MA'],
  ['李伟', 'CN'],
  ['Ελένη Παππά', 'GR'],
  ['Олена Шевченко', 'UA'],
  ['प्रिया शर्मा', 'IN'],
  ['김지우', 'KR'],
  ['נועה לוי', 'IL'],
  ['Nguyễn Thị Ngọc Ánh', 'VN'],
] as const

/** Each would do harm if it were read as a formula, as markup or as a path. */
const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  '#read("/etc/passwd")',
  '*bold* $x$ `code` <label> @ref',
  '</script><img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '"; a,b',
]

const folder = mkdtempSync(join(tmpdir(), 'open-letter-packs-'))
const pathOf = (name: string) => join(folder, name)
const url = env.DATABASE_URL ?? ''
let lucie: Organiser
let id: string
let files: Map<string, Buffer>

beforeAll(async () => {
  await emptyDatabase()
  await insertSignatures(database, [
    ...SCRIPTS.map(([name, country]) => aSignature({ name, country, category: 'health-care' })),
    ...HOSTILE.map(name => aSignature({ name, organisation: name, role: name, country: null })),
    aSignature({
      name: 'Zoé Lefèvre',
      role: 'Sage-femme',
      organisation: 'Clinique des Tilleuls',
      statement: 'Not read by anybody yet.',
      statementStatus: 'waiting',
    }),
    anOrganisationSignature({
      organisation: '北京协和医院',
      isDomainVerified: true,
      country: 'CN',
    }),
    aSignature({ name: 'Secret Person', isPublic: false, category: 'research' }),
    aSignature({ name: 'Other Secret', isPublic: false, category: 'research' }),
  ])
  lucie = await anOrganiser('Lucie', 'exporter')
  id = (await freeze(lucie)).id
  await makeDelivery(url, id, pathOf('first.zip'))
  files = await unpacked(pathOf('first.zip'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string) => files.get(name) ?? Buffer.alloc(0)

test('the pack holds what it says, under names that nobody typed, and the sums agree', () => {
  expect([...files.keys()]).toEqual([
    'README.txt',
    'letter-fr.pdf',
    'totals-fr.pdf',
    'signatories-fr.pdf',
    'signatories-fr.csv',
    'letter-en.pdf',
    'totals-en.pdf',
    'signatories-en.pdf',
    'signatories-en.csv',
    'signatories.csv',
    'signatories.json',
    'SHA256SUMS',
  ])
  const sums = file('SHA256SUMS').toString().trimEnd().split('\n')
  expect(sums).toHaveLength(11)
  for (const [hash, name = ''] of sums.map(line => line.split('  '))) {
    expect(createHash('sha256').update(file(name)).digest('hex'), name).toBe(hash)
  }
})

test('made again it is the same, byte for byte, in another time zone too', async () => {
  const zone = process.env.TZ
  process.env.TZ = 'Asia/Kathmandu'
  await makePack(url, id, pathOf('again.zip'))
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  expect(readFileSync(pathOf('again.zip')).equals(readFileSync(pathOf('first.zip')))).toBe(true)
})

test('the letter says how many have signed, in both languages', async () => {
  const french = await textOfPdf(file('letter-fr.pdf'))
  expect(french).toContain(readLetter('fr').title)
  expect(french).toContain('18 signatures confirmées')
  expect(french).toContain('Desmond Tutu')
  const english = await textOfPdf(file('letter-en.pdf'))
  expect(english).toContain('18 confirmed signatures')
  expect(file('letter-fr.pdf').subarray(0, 5).toString()).toBe('%PDF-')
})

test('one of between closing and the final count says so in the letter, the annex and the README', async () => {
  expect(await textOfPdf(file('letter-en.pdf'))).not.toContain('Provisional')
  await moveCampaign(await anOrganiser('Karim', 'owner'), 'close', new Date())
  const snapshot = await freeze(lucie)
  await makePack(url, snapshot.id, pathOf('provisional.zip'))
  const provisional = await unpacked(pathOf('provisional.zip'))
  const { closedAt } = await readCampaignRun()
  const final = finalCountAt(closedAt ?? new Date(0))
  expect(snapshot.finalCountAt).toEqual(final)
  const day = Number(localDay(final, timeZone()).slice(-2))
  const said = new RegExp(`Final\\s+count\\s+on\\s+${day}`)
  for (const name of ['letter-en.pdf', 'signatories-en.pdf'])
    expect(await textOfPdf(provisional.get(name) ?? Buffer.alloc(0)), name).toMatch(said)
  expect(provisional.get('README.txt')?.toString()).toMatch(said)
})

test('the annex names everybody who wished it, in every script, and counts the others', async () => {
  const annex = await textOfPdf(file('signatories-fr.pdf'))
  for (const [name] of SCRIPTS.filter(([, country]) => !['MA', 'IL', 'IN'].includes(country)))
    expect(annex).toContain(name)
  for (const text of [...HOSTILE, '北京协和医院', 'Zoé Lefèvre', 'Clinique des Tilleuls'])
    expect(annex.replaceAll(' ', '')).toContain(text.replaceAll(' ', ''))
  expect(annex).toMatch(/2 autres personnes qui ne souhaitent pas être nommées/)
  expect(annex).not.toContain('Secret')
})

test('the PDFs are for keeping: PDF/A-2a, with everybody named in it', () => {
  for (const name of ['letter-fr.pdf', 'letter-en.pdf', 'signatories-fr.pdf'])
    expect(isPdfA(file(name)), name).toBe(true)
})

test('spreadsheets run nothing, and nothing private is in the files', () => {
  const rows: Record<string, string>[] = parse(file('signatories.csv'), {
    bom: true,
    columns: true,
  })
  expect(rows).toHaveLength(16)
  const names = rows.map(({ name }) => name)
  expect(names).toContain(`'${HOSTILE[0]}`)
  expect(names).toContain('"; a,b')
  const said = JSON.parse(file('signatories.json').toString())
  expect(said.map(({ name }: { name: string }) => name)).toContain(HOSTILE[0])
  expect(file('signatories.json').toString()).not.toMatch(/@example|Secret|Not read/)
  expect(file('signatories.csv').toString()).not.toMatch(/@example|Secret|Not read/)
  expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(said[0]))
})

test('after Zoé withdrew, the pack is given out no more; made again it is without her, and says so', async () => {
  const opened = await openPack(lucie, id)
  expect(opened?.name).toMatch(/^\d{4}-\d\d-\d\dT\d{4}Z-delivery-pack\.zip$/)
  const given = opened ? await buffer(opened.content) : Buffer.alloc(0)
  expect(given.equals(readFileSync(pathOf('first.zip')))).toBe(true)
  expect(opened?.bytes).toBe(given.length)
  await database.signature.updateMany({
    where: { name: 'Zoé Lefèvre' },
    data: { status: 'withdrawn', name: '' },
  })
  expect(await openPack(lucie, id)).toBeNull()
  // Also where it was asked for anew and could not be made: the first file would stay for ever.
  await database.deliverySnapshot.update({ where: { id }, data: { state: 'failed' } })
  await clearErasedPacks()
  expect(await database.storedFileChunk.count()).toBe(0)
  const { erased } = await makePack(url, id, pathOf('later.zip'))
  expect(erased).toBe(1)
  const later = await unpacked(pathOf('later.zip'))
  const readme = later.get('README.txt')?.toString() ?? ''
  expect(readme).toContain('1\u00a0signature a été effacée')
  expect(readme).toContain('1\u00a0signature has been erased')
  const annex = await textOfPdf(later.get('signatories-en.pdf') ?? Buffer.alloc(0))
  expect(annex).toContain('18 confirmed signatures')
  expect(annex).not.toContain('Zoé')
  expect(later.get('signatories.json')?.toString()).not.toContain('Zoé')
})
