import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { applyArchive, readArchiveChanges } from '#lib/editing/archive/apply-archive.ts'
import { UPLOAD_WAITS_HOURS } from '#lib/editing/archive/limits.ts'
import { makeArchive } from '#lib/editing/archive/make-archive.ts'
import { readUploadedFiles, takeArchive } from '#lib/editing/archive/take-archive.ts'
import { beginAnew, beginnings } from '#lib/editing/begin-anew.ts'
import { foreseeMistakes } from '#lib/editing/check-as-it-would-be.ts'
import { contentPaths } from '#lib/editing/read-content-file.ts'
import { undoSave } from '#lib/editing/undo-save.ts'
import { readLetterDrafts } from '#lib/editing/write-letter.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { editableContent, save } from '../../support/site/editable-content.ts'

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
})

test('the content of one machine is brought to another, which shows what would change and then has the same files', async () => {
  const [here, there] = [editableContent(), editableContent()]
  const titled = here.with('letter/fr.md', 'title: ', 'title: Ailleurs ')
  await save(lucie, here, { 'letter/fr.md': titled })
  await save(lucie, there, {
    'pages.yaml': there.with('pages.yaml', '\nsite:', '\nsite:\n  - donate'),
    'pages/donate/fr.md': '---\ntitle: Donner\ndescription: Comment\n---\n\nMerci.\n',
    'pages/donate/en.md': '---\ntitle: Give\ndescription: How\n---\n\nThank you.\n',
  })
  const zip = await makeArchive(lucie, here.folders.content)
  expect(Object.keys(unzipSync(zip))).toEqual(
    contentPaths(here.folders.content).map(path => `content/${path}`),
  )
  expect(await readAuditEvents('content-downloaded')).toMatchObject([{ organiserId: lucie.id }])

  const { id } = await taken(zip)
  const changes = await readArchiveChanges(lucie, id, there.folders.content)
  expect(changes?.map(({ path, after }) => [path, after !== null])).toEqual([
    ['letter/fr.md', true],
    ['pages.yaml', true],
    ['pages/donate/en.md', false],
    ['pages/donate/fr.md', false],
  ])
  expect(there.read('letter/fr.md')).not.toBe(titled)
  const seen = Object.fromEntries(changes?.map(({ path, seen }) => [path, seen]) ?? [])
  expect((await applyArchive(lucie, id, seen, there.folders)).outcome).toBe('written')
  expect(there.read('letter/fr.md')).toBe(titled)
  expect(existsSync(join(there.folders.content, 'pages/donate'))).toBe(false)
  expect(await applyArchive(lucie, id, seen, there.folders)).toEqual({ outcome: 'unknown' })
})

test('a ZIP without the settings of the campaign deletes nothing, and what changed since it was shown is a conflict', async () => {
  const site = editableContent()
  const text = site.with('letter/fr.md', 'title: ', 'title: Autre ')
  const { id } = await taken(zipSync({ 'letter/fr.md': strToU8(text) }))
  const changes = await readArchiveChanges(lucie, id, site.folders.content)
  expect(changes).toMatchObject([{ path: 'letter/fr.md', after: text }])
  const seen = { 'letter/fr.md': changes?.[0]?.seen ?? '' }
  site.write('letter/fr.md', site.with('letter/fr.md', 'title: ', 'title: À la main '))
  expect((await applyArchive(lucie, id, seen, site.folders)).outcome).toBe('conflict')
})

test('what does not pass the checks is not written, and what is no ZIP is not kept', async () => {
  const site = editableContent()
  const { id } = await taken(zipSync({ 'campaign.yaml': strToU8('signing: open\n') }))
  const changes = (await readArchiveChanges(lucie, id, site.folders.content)) ?? []
  const seen = Object.fromEntries(changes.map(({ path, seen }) => [path, seen]))
  const foreseen = await foreseeMistakes(
    changes.map(({ path, after }) => ({ path, text: after })),
    site.folders,
  )
  expect(foreseen.map(({ file }) => file)).toContain('content/campaign.yaml')
  expect(await applyArchive(lucie, id, seen, site.folders)).toEqual({
    outcome: 'mistaken',
    mistakes: foreseen,
  })
  expect(readdirSync(site.folders.content)).toContain('letter')
  const evil = zipSync({ 'letter/fr.md': strToU8('x'), '../evil': strToU8('x') })
  expect(await takeArchive(lucie, evil)).toEqual({ outcome: 'refused', fault: 'unsafe' })
})

test('a letter in German, which the interface does not speak: she is told before anything is written', async () => {
  const site = editableContent()
  const german = site.read('letter/fr.md')
  const campaign = site.with('campaign.yaml', '# languages: [fr, en]', 'languages: [fr, en, de]')
  const values = { language: 'de' }
  const offered = await taken(zipSync({ 'campaign.yaml': strToU8(campaign) }))
  expect(await foreseen(offered.id)).toMatchObject([
    { file: 'content/campaign.yaml', code: 'no-words', values },
  ])
  const alone = await taken(zipSync({ 'letter/de.md': strToU8(german) }))
  expect(await foreseen(alone.id)).toEqual([
    { file: 'content/letter/de.md', code: 'stray', values },
  ])
  expect((await applyArchive(lucie, alone.id, {}, site.folders)).outcome).toBe('mistaken')
  expect(existsSync(join(site.folders.content, 'letter/de.md'))).toBe(false)

  async function foreseen(id: string) {
    const files = (await readUploadedFiles(lucie, id)) ?? []
    return foreseeMistakes(files, site.folders)
  }
})

test('an upload is of its owner alone, and is forgotten after a day', async () => {
  const karim = await anOrganiser('Karim', 'owner')
  const zip = zipSync({ 'watch-list.yaml': strToU8('[]\n') })
  const { id } = await taken(zip)
  expect(await readArchiveChanges(karim, id)).toBeNull()
  await takeArchive(karim, zip, new Date(Date.now() + (UPLOAD_WAITS_HOURS + 1) * HOUR_MS))
  expect(await readArchiveChanges(lucie, id)).toBeNull()
})

test('Lucie begins from nothing and thinks better of it; once somebody has signed she cannot', async () => {
  const site = editableContent()
  const before = contentPaths(site.folders.content).map(path => [path, site.read(path)])
  const begun = await beginAnew(lucie, 'nothing', site.folders)
  expect(begun.outcome).toBe('written')
  const { fr, en } = readLetterDrafts(['fr', 'en'], site.folders.content)
  expect(fr?.texts.paragraphs).toHaveLength(1)
  expect(en?.texts.title).toBe('The title of your letter')
  expect(site.read('first-signatories.yaml')).toBe('[]\n')
  expect(existsSync(join(site.folders.content, 'news'))).toBe(false)
  expect(beginnings(site.folders.content)).toEqual(['nothing', 'shipped'])
  expect(beginnings('content')).toContain('nothing')
  if (begun.outcome !== 'written') return
  expect((await undoSave(lucie, begun.saveId, site.folders)).outcome).toBe('written')
  expect(contentPaths(site.folders.content).map(path => [path, site.read(path)])).toEqual(before)

  await beginAnew(lucie, 'nothing', site.folders)
  expect((await beginAnew(lucie, 'shipped', site.folders)).outcome).toBe('written')
  expect(contentPaths(site.folders.content).map(path => [path, site.read(path)])).toEqual(before)
  await insertSignatures(database, [aSignature()])
  expect(await beginAnew(lucie, 'nothing', site.folders)).toEqual({ outcome: 'signed' })
})

async function taken(zip: Uint8Array) {
  const result = await takeArchive(lucie, zip)
  if (result.outcome !== 'taken') throw new Error(result.fault)
  return result
}
