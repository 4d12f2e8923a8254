import { readFileSync, realpathSync } from 'node:fs'

/** How ICU marks its table of confusables, and the table itself (icu4c, uspoof_impl.h). */
const FORMAT_NAME = 'Cfu '
const FORMAT_NAME_OFFSET = 12
const TABLE_MAGIC = 0x3845fdef
const TABLE_FORMAT = 2

/** Where the header of the table has the places of its parts and how long they are, in 32-bit words. */
const HEADER_WORDS = { keys: 3, keyCount: 4, values: 5, strings: 7 }

/** Of a key: its code point, and the length of its prototype less one. */
const CODE_POINT_BITS = 0xffffff
const LENGTH_SHIFT = 24

/**
 * The confusables of UTS #39, each character with its prototype, from the ICU that is part of the
 * Node.js that runs this: of the same version of Unicode as its regular expressions.
 * @throws when this Node.js has no such table, or one of another format.
 */
export function readConfusables(): [character: string, prototype: string][] {
  const table = findTable(readFileSync(realpathSync(process.execPath)))
  const word = (place: number) => table.readUInt32LE(4 * place)
  if (word(0) !== TABLE_MAGIC || table[4] !== TABLE_FORMAT) {
    throw new Error('This Node.js keeps its confusables in another format.')
  }
  const [keys, values] = [word(HEADER_WORDS.keys), word(HEADER_WORDS.values)]
  return Array.from({ length: word(HEADER_WORDS.keyCount) }, (_, index) => {
    const key = table.readUInt32LE(keys + 4 * index)
    const value = table.readUInt16LE(values + 2 * index)
    const length = (key >>> LENGTH_SHIFT) + 1
    const character = String.fromCodePoint(key & CODE_POINT_BITS)
    return [character, length === 1 ? String.fromCharCode(value) : stringAt(value, length)]
  })

  function stringAt(index: number, length: number) {
    const from = word(HEADER_WORDS.strings) + 2 * index
    return table.subarray(from, from + 2 * length).toString('utf16le')
  }
}

/** ICU's data stand in the program one after the other, each behind a header that tells its length. */
function findTable(program: Buffer) {
  const header = program.indexOf(FORMAT_NAME) - FORMAT_NAME_OFFSET
  if (header < 0) throw new Error('This Node.js has no table of confusables: it was built without.')
  return program.subarray(header + program.readUInt16LE(header))
}
