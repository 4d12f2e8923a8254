import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { listDeliveries } from '#lib/delivery/list-deliveries.ts'
import { makeDelivery } from '#lib/delivery/make-delivery.ts'
import { makePack } from '#lib/delivery/pack/make-pack.ts'
import { env } from '#lib/env/env.ts'
import { isPdfA } from '../../support/checks/pdf.ts'
import { textOfPdf, unpacked } from '../../support/checks/unpack-archive.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { freeze } from '../../support/people/deliveries.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { anOrganisationSignature, aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

const folder = mkdtempSync(join(tmpdir(), 'open-letter-packs-'))

const MONGOLIAN = 'ᠪᠠᠲᠤ'
const SYRIAC = 'ܡܪܝܡ'
const url = env.DATABASE_URL ?? ''
let id: string

beforeAll(async () => {
  await emptyDatabase()
  const list = { fileName: 'list.csv', locale: 'fr', organiserId: crypto.randomUUID() }
  const { id: paperBatchId } = await database.paperBatch.create({ data: list })
  await insertSignatures(database, [
    aSignature({ name: 'Ali Ben Salah', email: '', emailKey: null, paperBatchId }),
    aSignature({ name: 'አበበ ቢቂላ', role: '👩‍⚕️', organisation: 'a'.repeat(80) }),
    aSignature({ name: MONGOLIAN }),
    aSignature({ name: 'ᠨᠢᠭᠤᠴᠠ', isPublic: false }),
    anOrganisationSignature({ name: 'Maryam', organisation: SYRIAC }),
  ])
  id = (await freeze(await anOrganiser('Lucie', 'exporter'))).id
  await makeDelivery(url, id, join(folder, 'first.zip'))
})

afterAll(() => rmSync(folder, { recursive: true }))

test('before Lucie hands the pack over she is told which names are boxes in it', async () => {
  const [delivery] = await listDeliveries()
  expect(delivery?.unset).toBe(2)
  expect(delivery?.unsetNames.sort()).toEqual([SYRIAC, MONGOLIAN].sort())
})

test('whoever is handed it is told too, in both languages, and nobody who is not named', async () => {
  const files = await unpacked(join(folder, 'first.zip'))
  const readme = files.get('README.txt')?.toString() ?? ''
  expect(readme).toContain('noms, organisations ou fonctions de 2\u00a0signataires')
  expect(readme).toContain('2\u00a0signatories’ names')
  expect(readme.split(`\n  ${MONGOLIAN}\n`)).toHaveLength(3)
  expect(readme).toContain(SYRIAC)
  expect(readme).not.toContain('ᠨᠢᠭᠤᠴᠠ')
  expect(isPdfA(files.get('signatories-fr.pdf') ?? Buffer.alloc(0))).toBe(false)
  expect(isPdfA(files.get('letter-fr.pdf') ?? Buffer.alloc(0))).toBe(true)
})

test('after both withdrew nothing is said of them, here or there', async () => {
  await database.signature.updateMany({
    where: { OR: [{ name: MONGOLIAN }, { organisation: SYRIAC }] },
    data: { status: 'withdrawn', name: '', organisation: null },
  })
  expect((await listDeliveries())[0]?.unsetNames).toEqual([])
  const { unset } = await makePack(url, id, join(folder, 'later.zip'))
  expect(unset.count).toBe(0)
  const files = await unpacked(join(folder, 'later.zip'))
  expect(files.get('README.txt')?.toString()).not.toMatch(/signatories’ names/)
  expect(isPdfA(files.get('signatories-fr.pdf') ?? Buffer.alloc(0))).toBe(true)
})

test('nobody is told that a signature on paper was confirmed by e-mail', async () => {
  const files = await unpacked(join(folder, 'first.zip'))
  const readme = files.get('README.txt')?.toString() ?? ''
  expect(readme).toContain('1\u00a0signature a été recueillie sur papier')
  expect(readme).toContain('1\u00a0signature was gathered on paper')
  expect(readme).not.toContain('Every signature was confirmed by e-mail')
  for (const [file, words] of [
    ['signatories-fr.pdf', 'dont 1 sur papier'],
    ['signatories-en.pdf', '1 of them on paper'],
    ['letter-en.pdf', '1 of them on paper'],
  ] as const) {
    expect(await textOfPdf(files.get(file) ?? Buffer.alloc(0))).toContain(words)
  }
})
