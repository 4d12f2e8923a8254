import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dropStaged, placeStaged, stagedSaves, stageFiles } from '#lib/editing/staged-files.ts'

const SAVE = '01990000-0000-7000-8000-000000000000'

function folderWithSave() {
  const folder = mkdtempSync(join(tmpdir(), 'open-letter-staged-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  stageFiles(folder, SAVE, [{ path: 'letter/fr.md', bytes: Buffer.from('Bonjour') }])
  return folder
}

test('a file that the system leaves among the saves is none of them', () => {
  const folder = folderWithSave()
  writeFileSync(join(folder, '.saving/.DS_Store'), '')
  expect(stagedSaves(folder)).toEqual([SAVE])
  dropStaged(folder, SAVE)
  expect(stagedSaves(folder)).toEqual([])
})

test('a crash while the files of a save were forgotten stops no later save', () => {
  const folder = folderWithSave()
  rmSync(join(folder, '.saving', SAVE, 'deleted.json'))
  placeStaged(folder, SAVE)
  expect(readFileSync(join(folder, 'letter/fr.md'), 'utf8')).toBe('Bonjour')
  expect(existsSync(join(folder, '.saving'))).toBe(false)
})
