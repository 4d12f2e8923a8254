import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { pathOf } from '#lib/editing/check-as-it-would-be.ts'
import { readContentFile } from '#lib/editing/read-content-file.ts'
import { listSaves, readSave, SAVES_KEPT_DAYS } from '#lib/editing/saves.ts'
import { tidySaves } from '#lib/editing/tidy-saves.ts'
import { undoSave } from '#lib/editing/undo-save.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { editableContent, save } from '../../support/site/editable-content.ts'

const FR = 'letter/fr.md'
const EN = 'letter/en.md'
const TITLE = 'title: '

let lucie: Organiser
let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
  karim = await anOrganiser('Karim', 'owner')
})

test('Lucie writes two files at once: the folder has both, the audit log how many lines, the save both texts', async () => {
  const site = editableContent()
  const before = { fr: site.read(FR), en: site.read(EN) }
  const [fr, en] = [site.with(FR, TITLE, `${TITLE}Nouveau `), site.with(EN, TITLE, `${TITLE}New `)]
  const result = await save(lucie, site, { [FR]: fr, [EN]: en })
  expect(result).toEqual({ outcome: 'written', saveId: expect.any(String) })
  expect([site.read(FR), site.read(EN)]).toEqual([fr, en])
  expect(readdirSync(site.folders.content)).not.toContain('.saving')
  expect(await readAuditEvents('content-saved')).toMatchObject([
    { organiserId: lucie.id, rows: 2, details: { files: [`${FR} +1 −1`, `${EN} +1 −1`] } },
  ])
  const [kept] = await listSaves()
  expect(kept).toMatchObject({ by: lucie.email, paths: [EN, FR] })
  expect((await readSave(kept?.id ?? ''))?.files).toEqual([
    { path: EN, before: before.en, after: en },
    { path: FR, before: before.fr, after: fr },
  ])
})

test('what is saved as it stands leaves no trace', async () => {
  const site = editableContent()
  expect(await save(lucie, site, { [FR]: site.read(FR) })).toEqual({ outcome: 'unchanged' })
  expect(await listSaves()).toEqual([])
  expect(await readAuditEvents('content-saved')).toEqual([])
})

test('a mistake is told by file in the sentences of the start, and nothing is written', async () => {
  const site = editableContent()
  const before = site.read(FR)
  const result = await save(lucie, site, {
    [FR]: `${before}\nUn paragraphe de trop, avec du <b>HTML</b>.\n`,
    [EN]: site.with(EN, TITLE, 'titel: '),
  })
  expect(result).toMatchObject({ outcome: 'mistaken' })
  if (result.outcome !== 'mistaken') return
  const paths = new Set(result.mistakes.map(({ file }) => pathOf(file)))
  expect([...paths].sort()).toEqual([EN, FR])
  expect(result.mistakes.map(({ code }) => code)).toContain('html')
  expect(site.read(FR)).toBe(before)
  expect(await listSaves()).toEqual([])
})

test('a mistake that was there before, in another file, does not stop who mends something else', async () => {
  const site = editableContent()
  site.write(FR, site.with(FR, TITLE, 'titel: '))
  site.write('watch-list.yaml', 'not a list')
  const mended = site.read(FR).replace('titel: ', TITLE)
  expect((await save(lucie, site, { [FR]: `${mended}\n<hr>\n` })).outcome).toBe('mistaken')
  expect((await save(lucie, site, { [FR]: mended })).outcome).toBe('written')
})

test('Karim edited the file by hand, or in the console, since Lucie was shown it: she gets his text and loses none', async () => {
  const site = editableContent()
  const shown = readContentFile(FR, site.folders.content)
  const byHand = site.with(FR, TITLE, `${TITLE}Main `)
  site.write(FR, byHand)
  const hers = site.with(FR, `${TITLE}Main `, `${TITLE}Elle `)
  const first = await save(lucie, site, { [FR]: hers }, { [FR]: shown?.hash ?? '' })
  const stands = readContentFile(FR, site.folders.content)
  expect(first).toEqual({
    outcome: 'conflict',
    files: [{ path: FR, text: byHand, hash: stands?.hash, by: null }],
  })
  expect(site.read(FR)).toBe(byHand)

  await save(karim, site, { [FR]: site.with(FR, `${TITLE}Main `, `${TITLE}Karim `) })
  const second = await save(lucie, site, { [FR]: hers }, { [FR]: stands?.hash ?? '' })
  expect(second).toMatchObject({ outcome: 'conflict', files: [{ by: karim.email }] })
  if (second.outcome !== 'conflict') return
  const decided = await save(lucie, site, { [FR]: hers }, { [FR]: second.files[0]?.hash ?? '' })
  expect(decided.outcome).toBe('written')
  expect(site.read(FR)).toBe(hers)
})

test('a conflict in one file keeps the other file of the same save as it was', async () => {
  const site = editableContent()
  const before = site.read(EN)
  const result = await save(
    lucie,
    site,
    { [FR]: site.with(FR, TITLE, `${TITLE}A `), [EN]: site.with(EN, TITLE, `${TITLE}B `) },
    { [FR]: 'what nobody has seen' },
  )
  expect(result).toMatchObject({ outcome: 'conflict', files: [{ path: FR }] })
  expect(site.read(EN)).toBe(before)
})

test('of two saves at once one is written, and the other is told of it', async () => {
  const site = editableContent()
  const seen = { [FR]: readContentFile(FR, site.folders.content)?.hash ?? '' }
  const texts = ['Un', 'Deux', 'Trois'].map(word => site.with(FR, TITLE, `${TITLE}${word} `))
  const results = await Promise.all(texts.map(text => save(lucie, site, { [FR]: text }, seen)))
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'written'])
  expect(texts).toContain(site.read(FR))
})

test('a file is made and deleted again, with its folder; undoing brings it back', async () => {
  const site = editableContent()
  const pages = {
    'pages.yaml': site.with('pages.yaml', '\nsite:', '\nsite:\n  - donate'),
    'pages/donate/fr.md': '---\ntitle: Donner\ndescription: Comment\n---\n\nMerci.\n',
    'pages/donate/en.md': '---\ntitle: Give\ndescription: How\n---\n\nThank you.\n',
  }
  const made = await save(lucie, site, pages)
  expect(made.outcome).toBe('written')
  if (made.outcome !== 'written') return
  const undone = await undoSave(karim, made.saveId, site.folders)
  expect(undone.outcome).toBe('written')
  expect(existsSync(join(site.folders.content, 'pages/donate'))).toBe(false)
  if (undone.outcome !== 'written') return
  expect(await listSaves()).toMatchObject([{ undoes: made.saveId, by: karim.email }, {}])
  expect((await undoSave(lucie, undone.saveId, site.folders)).outcome).toBe('written')
  expect(site.read('pages/donate/en.md')).toBe(pages['pages/donate/en.md'])
})

test('a save is not undone over what was written since, and an unknown one is said to be unknown', async () => {
  const site = editableContent()
  const made = await save(lucie, site, { [FR]: site.with(FR, TITLE, `${TITLE}A `) })
  if (made.outcome !== 'written') throw new Error(made.outcome)
  const since = site.with(FR, `${TITLE}A `, `${TITLE}B `)
  site.write(FR, since)
  expect(await undoSave(lucie, made.saveId, site.folders)).toMatchObject({
    outcome: 'conflict',
    files: [{ path: FR, text: since }],
  })
  const unknown = await undoSave(lucie, '01990000-0000-7000-8000-000000000000', site.folders)
  expect(unknown).toEqual({ outcome: 'unknown' })
})

test('saves are forgotten when they are old', async () => {
  const site = editableContent()
  await save(lucie, site, { [FR]: site.with(FR, TITLE, `${TITLE}A `) })
  const now = Date.now()
  await tidySaves(new Date(now + (SAVES_KEPT_DAYS - 1) * DAY_MS))
  expect(await listSaves()).toHaveLength(1)
  await tidySaves(new Date(now + (SAVES_KEPT_DAYS + 1) * DAY_MS))
  expect(await listSaves()).toEqual([])
  expect(await database.contentSaveFile.count()).toBe(0)
})
