import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { offeredCover } from '#lib/delivery/cover-letter.ts'
import { deletePack } from '#lib/delivery/delete-pack.ts'
import { readDelivery } from '#lib/delivery/list-deliveries.ts'
import { makeDelivery } from '#lib/delivery/make-delivery.ts'
import { preparePack } from '#lib/delivery/prepare-pack.ts'
import { env } from '#lib/env/env.ts'
import { isPdfA } from '../../support/checks/pdf.ts'
import { textOfPdf, unpacked } from '../../support/checks/unpack-archive.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { ALL, coverOf, prepared, signaturesOfFour } from '../../support/people/ministries.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

const folder = mkdtempSync(join(tmpdir(), 'open-letter-totals-'))
const url = env.DATABASE_URL ?? ''
let lucie: Organiser

beforeAll(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
  await signaturesOfFour()
})

afterAll(() => rmSync(folder, { recursive: true }))

/** The files of a pack that is made of the signatures of now, and deleted. */
async function filesOfNow(languages: string[]) {
  const id = await prepared(lucie, { ...ALL, languages })
  const path = join(folder, `${id}.zip`)
  await makeDelivery(url, id, path)
  expect(await deletePack(lucie, id)).toEqual({ outcome: 'deleted' })
  return unpacked(path)
}

describe('the totals of a pack', () => {
  test('are by country and by category, small countries together, and say what they are made of', async () => {
    const files = await filesOfNow(['fr', 'en'])
    const totals = await textOfPdf(files.get('totals-en.pdf') ?? Buffer.alloc(0))
    expect(totals).toMatch(/Belgium 5 1 6/)
    expect(totals).toMatch(/France 5 0 5/)
    expect(totals).toMatch(/Countries with fewer than 5\s?signatures each 1 0 1/)
    expect(totals).not.toContain('Liechtenstein')
    expect(totals).toMatch(/Country not given 1 0 1/)
    expect(totals).toMatch(/All 12 1 13/)
    expect(totals).toMatch(/Organisations 1/)
    expect(totals).toContain('Every signature was confirmed by e-mail.')
    expect(totals).toMatch(/2\s?signatures are given without names/)
    expect(totals).not.toContain('On paper')
    expect(isPdfA(files.get('totals-fr.pdf') ?? Buffer.alloc(0))).toBe(true)
  })

  test('say what came on paper, column by column', async () => {
    await database.signature.updateMany({
      where: { name: 'Bram Peeters' },
      data: { paperBatchId: await aPaperBatch() },
    })
    const files = await filesOfNow(['en'])
    const totals = await textOfPdf(files.get('totals-en.pdf') ?? Buffer.alloc(0))
    expect(totals).toMatch(/On paper/)
    expect(totals).toMatch(/Belgium 5 1 1 6/)
    expect(totals).toMatch(/1\s?signature was gathered on paper/)
  })
})

describe('what is refused before anything is prepared', () => {
  test.each([
    ['no language', { ...ALL, languages: ['xx'] }, { languages: 'required', covers: {} }],
    ['a country of one signatory', { ...ALL, country: 'LI' }, { country: 'too-few', covers: {} }],
    ['a country that is none', { ...ALL, country: '../..' }, { country: 'too-few', covers: {} }],
  ])('%s', async (_, typed, faults) => {
    expect(await preparePack(lucie, typed)).toEqual({ outcome: 'refused', faults })
  })

  test('a cover letter that lacks its addressee in one of the languages, or is far too long', async () => {
    const covers = {
      fr: coverOf('fr', { to: 'Bruxelles', text: 'long '.repeat(2_000) }),
      en: coverOf('en', { to: ' ' }),
    }
    const faults = { covers: { fr: { text: 'too-long' }, en: { to: 'required' } } }
    expect(await preparePack(lucie, { ...ALL, covers })).toEqual({ outcome: 'refused', faults })
  })

  test('a pack of signatures that are gone', async () => {
    const of = '01900000-0000-7000-8000-000000000000'
    expect(await preparePack(lucie, { ...ALL, of })).toEqual({ outcome: 'unknown' })
  })
})

test('an offer that nobody touched is no cover letter', async () => {
  const covers = { fr: offeredCover('fr'), en: offeredCover('en') }
  const id = await prepared(lucie, { ...ALL, covers })
  expect(await readDelivery(id)).toMatchObject({ hasCover: false, languages: ['fr', 'en'] })
  await deletePack(lucie, id)
})

async function aPaperBatch() {
  const { id } = await database.paperBatch.create({
    data: { fileName: 'bruges.csv', columns: [], locale: 'fr', organiserId: lucie.id },
  })
  return id
}
