import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeWholeFile } from '#lib/exports/formats/write-file.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-letter-file-'))
  file = join(folder, 'signatures.csv')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('the file appears whole, for its owner alone', async () => {
  await writeWholeFile(file, writes('all of it'))
  expect(readFileSync(file, 'utf8')).toBe('all of it')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['signatures.csv'])
})

test('until it is whole the earlier file stands', async () => {
  writeFileSync(file, 'yesterday')
  await writeWholeFile(file, async output => {
    output.write('half')
    expect(readFileSync(file, 'utf8')).toBe('yesterday')
    await writes(' and whole')(output)
  })
  expect(readFileSync(file, 'utf8')).toBe('half and whole')
})

test('an error half-way leaves the earlier file and nothing else', async () => {
  writeFileSync(file, 'yesterday')
  const failing = writeWholeFile(file, output => pipeline(brokenOff, output))
  await expect(failing).rejects.toThrow('The database went away.')
  expect(readFileSync(file, 'utf8')).toBe('yesterday')
  expect(readdirSync(folder)).toEqual(['signatures.csv'])
})

test('a link stays a link, and what it leads to is written', async () => {
  writeFileSync(join(folder, 'real.csv'), '')
  symlinkSync('real.csv', file)
  await writeWholeFile(file, writes('all of it'))
  expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('all of it')
})

test('a folder that is missing, or a folder in place of the file, is said in a sentence', async () => {
  const missing = join(folder, 'exports', 'signatures.csv')
  await expect(writeWholeFile(missing, writes('x'))).rejects.toThrow(
    `${missing} cannot be written: its folder does not exist.`,
  )
  await expect(writeWholeFile(folder, writes('x'))).rejects.toThrow(
    `${folder} is not a file: choose another name for the export.`,
  )
})

test('a full disk is said in a sentence', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
  })
  const failing = writeWholeFile(file, () => Promise.reject(full))
  await expect(failing).rejects.toThrow(`${file} cannot be written: the disk is full.`)
  expect(readdirSync(folder)).toEqual([])
})

function writes(text: string) {
  return (output: Writable) => pipeline(Readable.from([text]), output)
}

async function* brokenOff() {
  yield 'half'
  throw new Error('The database went away.')
}
