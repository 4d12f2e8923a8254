import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { erasedAmong } from '#lib/signatures/erased-addresses.ts'
import { fold, searchKey } from '#lib/text/search-key.ts'
import { findAlikeNames } from './queries.ts'
import type { PaperSignature } from './read-row.ts'

/** Similarity of two names with their organisations, from 0 to 1, from which they count as one person. */
const ALIKE = 0.8

/** Most names compared by similarity; beyond them only equal ones are found. */
const NAMES_LOOKED_AT_CLOSELY = 1_000

/** Rows whose person has signed online already, by the key of the address or, without one, by the name. */
export async function findOnline(rows: PaperSignature[]) {
  const keys = rows.flatMap(({ email }) => email?.key ?? [])
  const names = rows.flatMap(row => (row.email ? [] : nameKey(row)))
  const [addresses, known] = await withPatience('batch', () =>
    Promise.all([findAddresses(keys), findNames(names)]),
  )
  return { addresses: new Set(addresses), names: new Set(known) }
}

/** Identity of a row within its file: its address, or its name in any order with its organisation. */
export function signatureKey({ email, name, organisation }: PaperSignature) {
  if (email) return email.key
  return [wordsOf(name), wordsOf(organisation ?? '')].join('|')
}

/** The words of a text, whatever their order and what stands between them. */
function wordsOf(text: string) {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .sort()
    .join(' ')
}

/** How the list of those who signed knows a name with its organisation. */
export function nameKey({ name, organisation }: PaperSignature) {
  return searchKey({ name, organisation: organisation ?? null })
}

/** Pending signatures count too: their owner was mailed and would count twice. So do those whose address was erased. */
async function findAddresses(keys: string[]) {
  const found = await database.signature.findMany({
    where: { emailKey: { in: keys } },
    select: { emailKey: true },
  })
  const erased = await erasedAmong(database, keys)
  return [...found.flatMap(({ emailKey }) => emailKey ?? []), ...erased]
}

async function findNames(names: string[]) {
  if (names.length === 0) return []
  if (names.length > NAMES_LOOKED_AT_CLOSELY) return findSameNames(names)
  return findAlikeNames(names, ALIKE)
}

async function findSameNames(names: string[]) {
  const found = await database.signature.findMany({
    where: { searchKey: { in: names }, status: { in: ['pending', 'held', 'confirmed'] } },
    select: { searchKey: true },
  })
  return found.map(each => each.searchKey)
}
