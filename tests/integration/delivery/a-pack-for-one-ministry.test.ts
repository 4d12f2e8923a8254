import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { deletePack } from '#lib/delivery/delete-pack.ts'
import { handOver } from '#lib/delivery/hand-over.ts'
import { readDelivery } from '#lib/delivery/list-deliveries.ts'
import { makeDelivery } from '#lib/delivery/make-delivery.ts'
import { openPack } from '#lib/delivery/open-pack.ts'
import { listPublishedSnapshots } from '#lib/delivery/published-snapshots.ts'
import { env } from '#lib/env/env.ts'
import { readInclusionProofs } from '#lib/signatory-data/read-inclusion-proofs.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { isPdfA } from '../../support/checks/pdf.ts'
import { textOfPdf, unpacked } from '../../support/checks/unpack-archive.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  ALL,
  BELGIANS,
  coverOf,
  prepared,
  signaturesOfFour,
} from '../../support/people/ministries.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { RECIPIENTS } from '../../support/people/recipients.ts'
import { openOwnSignature, signAndConfirm } from '../../support/people/self-service.ts'
import { camille } from '../../support/people/signatories.ts'

const TO_BRUSSELS = 'Madame la Ministre\nRue de la Loi 1\nBruxelles'

const folder = mkdtempSync(join(tmpdir(), 'open-letter-ministry-'))
const pathOf = (name: string) => join(folder, `${name}.zip`)
const url = env.DATABASE_URL ?? ''
let lucie: Organiser
let first: string
let belgian: string
let files: Map<string, Buffer>

beforeAll(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
  await signaturesOfFour()
  await signAndConfirm(camille)
  first = await prepared(lucie, ALL)
  await makeDelivery(url, first)
  belgian = await prepared(lucie, {
    of: first,
    country: 'BE',
    languages: ['fr'],
    covers: { fr: coverOf('fr', { to: TO_BRUSSELS }), en: coverOf('en', {}) },
  })
  await makeDelivery(url, belgian, pathOf('belgian'))
  files = await unpacked(pathOf('belgian'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const text = (name: string) => textOfPdf(files.get(name) ?? Buffer.alloc(0))

describe('a pack for the ministry of one country, of signatures that were frozen before', () => {
  test('bears the country in its names, is in the language that was chosen, and holds the cover letter', async () => {
    expect([...files.keys()]).toEqual([
      'README.txt',
      'cover-letter-BE-fr.pdf',
      'letter-fr.pdf',
      'totals-BE-fr.pdf',
      'signatories-BE-fr.pdf',
      'signatories-BE-fr.csv',
      'signatories-BE.csv',
      'signatories-BE.json',
      'SHA256SUMS',
    ])
    expect((await openPack(lucie, belgian))?.name).toMatch(/Z-delivery-pack-BE\.zip$/)
    expect(await readDelivery(belgian)).toMatchObject({
      country: 'BE',
      languages: ['fr'],
      hasCover: true,
      isAnother: true,
      signatures: 6,
      named: 5,
    })
  })

  test('the cover letter says from whom and to whom, with the totals of the country and of all', async () => {
    const cover = await text('cover-letter-BE-fr.pdf')
    expect(cover).toContain('Madame la Ministre Rue de la Loi 1 Bruxelles')
    expect(cover).toContain('Lucie Aubert Présidente')
    expect(cover).toContain('Veuillez agréer')
    expect(cover).toMatch(/6 signatures confirmées – Belgique/)
    expect(cover).toMatch(/14 tous pays confondus/)
    expect(isPdfA(files.get('cover-letter-BE-fr.pdf') ?? Buffer.alloc(0))).toBe(true)
  })

  test('the lists name the signatories of that country alone, after the first signatories', async () => {
    const annex = await text('signatories-BE-fr.pdf')
    for (const name of [...BELGIANS, 'Clinique des Tilleuls', 'Desmond Tutu']) {
      expect(annex).toContain(name)
    }
    expect(annex).toMatch(
      /Autres signataires et 1\s?autre personne qui ne souhaite pas être nommée/,
    )
    expect(annex).not.toMatch(/Ines|Secret|confessionnel|Nobody/)
    const listed = JSON.parse(files.get('signatories-BE.json')?.toString() ?? '')
    expect(listed).toHaveLength(5)
    const readme = files.get('README.txt')?.toString() ?? ''
    expect(readme).toMatch(/Belgique\s: 6 des 14\s?signatures en viennent/)
    expect(readme).not.toContain('This folder')
  })

  test('has a list for people in their language beside the one for programs', () => {
    const bom = { bom: true, columns: true } as const
    const read = parse(files.get('signatories-BE-fr.csv') ?? '', { ...bom, delimiter: ';' })
    expect(read[0]).toMatchObject({ Pays: 'Belgique' })
    expect(parse(files.get('signatories-BE.csv') ?? '', bom)[0]).toMatchObject({ country: 'BE' })
  })

  test('made again is the same, byte for byte, and shares the root of the first', async () => {
    await makeDelivery(url, belgian, pathOf('again'))
    expect(readFileSync(pathOf('again')).equals(readFileSync(pathOf('belgian')))).toBe(true)
    const roots = await database.deliverySnapshot.findMany({ select: { root: true } })
    expect(new Set(roots.map(({ root }) => root)).size).toBe(1)
  })
})

test('handed over, it publishes the root of all with the country that it is for; Camille finds her proof', async () => {
  const day = localDay(new Date(), timeZone())
  expect(await handOver(lucie, belgian, { day, to: RECIPIENTS })).toEqual({
    outcome: 'handed-over',
  })
  const { root } = await database.deliverySnapshot.findUniqueOrThrow({ where: { id: first } })
  expect(await listPublishedSnapshots()).toMatchObject([
    { id: belgian, country: 'BE', signatures: 14, root },
  ])
  const proofs = await readInclusionProofs(await openOwnSignature(camille))
  expect(proofs).toMatchObject([{ snapshot: { id: belgian, country: 'BE' } }])
  expect(proofs?.[0]?.record).toContain(camille.name)
  // Its members are those of the first pack, which can be deleted no more.
  expect(await deletePack(lucie, first)).toEqual({ outcome: 'handed-over' })
  expect(await database.deliveryMember.count({ where: { snapshotId: first } })).toBe(14)
})

test('another pack that was only tried is deleted alone; what it was for is in the audit log', async () => {
  const tried = await prepared(lucie, { ...ALL, of: belgian, country: 'FR', languages: ['en'] })
  const details = (await readAuditEvents()).findLast(({ subject }) => subject === tried)?.details
  expect(details).toEqual({ sourceId: first, country: 'FR', languages: ['en'] })
  expect(await deletePack(lucie, tried)).toEqual({ outcome: 'deleted' })
  expect(await database.deliverySnapshot.count()).toBe(2)
})
