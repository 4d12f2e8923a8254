import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { MOST_ENTRIES } from '#lib/editing/archive/limits.ts'
import { readArchive } from '#lib/editing/archive/read-archive.ts'
import { LARGEST_CONTENT_FILE_BYTES } from '#lib/editing/content-folder.ts'
import { kindOfPath } from '#lib/editing/content-paths.ts'

const LETTER = readFileSync('content/letter/fr.md')

const zip = (files: Record<string, Uint8Array | string>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        typeof text === 'string' ? strToU8(text) : text,
      ]),
    ),
  )
const fault = (fault: string) => ({ outcome: 'refused', fault })

test('an honest ZIP is read, whether the folder was packed or what is in it; what the site does not know is left out', () => {
  for (const folder of ['', 'content/']) {
    const bytes = zip({
      [`${folder}letter/fr.md`]: LETTER,
      [`${folder}.DS_Store`]: 'x',
      [`__MACOSX/${folder}letter/._fr.md`]: 'x',
      'README.md': 'x',
      [`${folder}pages/`]: '',
    })
    const files = [{ path: 'letter/fr.md', text: LETTER.toString() }]
    expect(readArchive(bytes)).toEqual({ outcome: 'read', files })
  }
})

test.each([
  '../campaign.yaml',
  'content/../../campaign.yaml',
  '/etc/passwd',
  'C:/campaign.yaml',
  'content\\campaign.yaml',
  'letter/fr.md\0.png',
  'letter/\u001b[2Jfr.md',
])('a name that leads elsewhere, such as %j, makes all of it suspect', name => {
  expect(readArchive(zip({ 'letter/fr.md': LETTER, [name]: 'x' }))).toEqual(fault('unsafe'))
})

test('a link, a device, a password or a way of packing that nobody uses is refused', () => {
  const bytes = zip({ 'letter/fr.md': LETTER })
  for (const kind of [0o120777, 0o020666, 0o010644]) {
    expect(readArchive(inCentral(bytes, at => bytes32(at + 38, (kind << 16) >>> 0)))).toEqual(
      fault('unsafe'),
    )
  }
  expect(readArchive(inCentral(bytes, at => bytes16(at + 8, 1)))).toEqual(fault('unsafe'))
  expect(readArchive(inCentral(bytes, at => bytes16(at + 10, 99)))).toEqual(fault('unsafe'))
})

test('one file under two names, or under one name twice, is refused', () => {
  const twice = { 'letter/fr.md': LETTER, 'content/letter/fr.md': 'another' }
  expect(readArchive(zip(twice))).toEqual(fault('unsafe'))
  expect(readArchive(zip({ 'letter/fr.md': LETTER, 'LETTER/FR.MD': 'x' }))).toEqual(fault('unsafe'))
})

test('headers that contradict each other or lie about a size are refused', () => {
  const bytes = zip({ 'letter/fr.md': LETTER })
  expect(readArchive(inCentral(bytes, at => bytes32(at + 24, 10)))).toEqual(fault('unsafe'))
  expect(readArchive(inCentral(bytes, at => bytes32(at + 16, 10)))).toEqual(fault('unsafe'))
  expect(readArchive(inCentral(bytes, at => bytes32(at + 20, 0x7fffffff)))).toEqual(fault('unsafe'))
  expect(readArchive(inCentral(bytes, at => bytes32(at + 42, 7)))).toEqual(fault('unsafe'))
  const renamed = new Uint8Array(bytes)
  renamed.set(strToU8('letter/en.md'), 30)
  expect(readArchive(renamed)).toEqual(fault('unsafe'))
})

test('a bomb is not unpacked, whatever it says of its size', () => {
  const bomb = zip({ 'letter/fr.md': new Uint8Array(20 * 1024 * 1024) })
  expect(readArchive(bomb)).toEqual(fault('too-large'))
  expect(readArchive(inCentral(bomb, at => bytes32(at + 24, 100)))).toEqual(fault('unsafe'))
  const most = 'a'.repeat(LARGEST_CONTENT_FILE_BYTES)
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`pages/p${n}/fr.md`, most]))
  expect(readArchive(zip(many))).toEqual(fault('too-large'))
  const entries = Array.from({ length: MOST_ENTRIES + 1 }, (_, n) => [`pages/p${n}/fr.md`, 'x'])
  expect(readArchive(zip(Object.fromEntries(entries)))).toEqual(fault('too-large'))
})

test('what is no ZIP, holds nothing of the site or is no text is said to be so', () => {
  expect(readArchive(new Uint8Array())).toEqual(fault('not-a-zip'))
  expect(readArchive(LETTER)).toEqual(fault('not-a-zip'))
  expect(readArchive(zip({}))).toEqual(fault('nothing'))
  expect(readArchive(zip({ 'README.md': 'x' }))).toEqual(fault('nothing'))
  const latin1 = new Uint8Array(Buffer.from('é', 'latin1'))
  expect(readArchive(zip({ 'letter/fr.md': latin1 }))).toEqual(fault('not-text'))
  expect(readArchive(zip({ 'letter/fr.md': 'a\0b' }))).toEqual(fault('not-text'))
})

test('whatever bytes of a ZIP are changed, it is refused in words or read as files of the site', () => {
  const bytes = zip({ 'letter/fr.md': LETTER, 'campaign.yaml': 'x' })
  const change = fc.record({
    at: fc.nat(bytes.length - 1),
    to: fc.nat(255),
    end: fc.option(fc.nat(bytes.length)),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), changes => {
      let changed = new Uint8Array(bytes)
      for (const { at, to, end } of changes) {
        if (at < changed.length) changed[at] = to
        if (end !== null) changed = changed.slice(0, end)
      }
      const read = readArchive(changed)
      if (read.outcome === 'read') {
        expect(read.files.every(({ path }) => kindOfPath(path))).toBe(true)
      }
    }),
    { numRuns: 2_000 },
  )
})

type Patch = { at: number; bytes: Buffer }

/** The ZIP with something changed in its first central header. */
function inCentral(zipped: Uint8Array, change: (at: number) => Patch) {
  const copy = Buffer.from(zipped)
  const { at, bytes } = change(copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2])))
  bytes.copy(copy, at)
  return new Uint8Array(copy)
}

function bytes16(at: number, value: number): Patch {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return { at, bytes }
}

function bytes32(at: number, value: number): Patch {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return { at, bytes }
}
