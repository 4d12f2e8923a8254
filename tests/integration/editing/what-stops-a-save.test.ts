import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { placeSaves } from '#lib/editing/place-saves.ts'
import { contentIsWritable, NO_FILE, readContentFile } from '#lib/editing/read-content-file.ts'
import { listSaves } from '#lib/editing/saves.ts'
import { stageFiles } from '#lib/editing/staged-files.ts'
import { writeContent } from '#lib/editing/write-content.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { editableContent, save } from '../../support/site/editable-content.ts'

const FR = 'letter/fr.md'
const EN = 'letter/en.md'
const TITLE = 'title: '

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
})

test('the process ended between the commit and the renames: the next look does the rest, and drops what was not committed', async () => {
  const site = editableContent()
  const { id } = await database.contentSave.create({ data: { organiserId: lucie.id } })
  const text = site.with(FR, TITLE, `${TITLE}A `)
  stageFiles(site.folders.content, id, [
    { path: FR, bytes: Buffer.from(text) },
    { path: 'watch-list.yaml', bytes: null },
  ])
  const never = '01990000-0000-7000-8000-000000000000'
  stageFiles(site.folders.content, never, [{ path: EN, bytes: Buffer.from('half a letter') }])
  const english = site.read(EN)
  await placeSaves(site.folders.content)
  expect(site.read(FR)).toBe(text)
  expect(existsSync(join(site.folders.content, 'watch-list.yaml'))).toBe(false)
  expect(site.read(EN)).toBe(english)
  expect(readdirSync(site.folders.content)).not.toContain('.saving')
})

test('Idris has put links into the folder: what they lead to is neither read nor written', async () => {
  const site = editableContent()
  const elsewhere = editableContent()
  rmSync(join(site.folders.content, FR))
  symlinkSync(join(elsewhere.folders.content, FR), join(site.folders.content, FR))
  rmSync(join(site.folders.content, 'pages/about'), { recursive: true })
  symlinkSync(
    join(elsewhere.folders.content, 'pages/about'),
    join(site.folders.content, 'pages/about'),
  )
  expect(readContentFile(FR, site.folders.content)).toBeNull()
  expect(readContentFile('pages/about/fr.md', site.folders.content)).toBeNull()
  const before = elsewhere.read(FR)
  for (const path of [FR, 'pages/about/fr.md']) {
    const change = { path, text: 'Another text', seen: NO_FILE }
    const result = await writeContent(lucie, [change], { folders: site.folders })
    expect(result).toEqual({ outcome: 'read-only' })
  }
  expect(elsewhere.read(FR)).toBe(before)
})

test('a link that stays within the folder, as Kubernetes mounts files, is read and not replaced', async () => {
  const site = editableContent()
  mkdirSync(join(site.folders.content, '..data'))
  const text = site.read(FR)
  rmSync(join(site.folders.content, FR))
  site.write('..data/fr.md', text)
  symlinkSync('../..data/fr.md', join(site.folders.content, FR))
  expect(readContentFile(FR, site.folders.content)?.text).toBe(text)
  const result = await save(lucie, site, { [FR]: site.with(FR, TITLE, `${TITLE}A `) })
  expect(result).toEqual({ outcome: 'read-only' })
})

test('in a folder in which the site may not write nothing is written, and the console knows beforehand', async () => {
  const site = editableContent()
  const text = site.with(FR, TITLE, `${TITLE}A `)
  const before = site.read(FR)
  await database.$connect()
  const release = asSomebodyWhoMayNotWrite(site.folders.content)
  try {
    expect(contentIsWritable(site.folders.content)).toBe(false)
    expect(await save(lucie, site, { [FR]: text })).toEqual({ outcome: 'read-only' })
  } finally {
    release()
  }
  expect(site.read(FR)).toBe(before)
  expect(await listSaves()).toEqual([])
  expect(contentIsWritable(site.folders.content)).toBe(true)
})

test('a path that the site does not know is refused aloud', async () => {
  const site = editableContent()
  expect(contentIsWritable(site.folders.content)).toBe(true)
  await expect(save(lucie, site, { '../locales/fr.json': '{}' })).rejects.toThrow('No file')
})

/** Root may write everywhere, so the process is nobody for a while. */
function asSomebodyWhoMayNotWrite(folder: string) {
  const isRoot = process.geteuid?.() === 0
  for (const each of [folder, ...readdirSync(folder)]) chmodSync(resolve(folder, each), 0o555)
  if (isRoot) process.seteuid?.('nobody')
  return () => {
    if (isRoot) process.seteuid?.(0)
    for (const each of [folder, ...readdirSync(folder)]) chmodSync(resolve(folder, each), 0o755)
  }
}
