import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { fold, searchKey } from '#lib/text/search-key.ts'
import { findAlikeNames } from './queries.ts'
import type { PaperSignature } from './read-row.ts'

/** How alike two names with their organisations are, from 0 to 1, to be taken for one person's. */
const ALIKE = 0.8

/** So many names are compared letter by letter; of more, only the same ones are found. */
const NAMES_LOOKED_AT_CLOSELY = 1_000

/** Who of some rows has signed already, by the key of the address or, without one, by the name. */
export async function findOnline(rows: PaperSignature[]) {
  const keys = rows.flatMap(({ email }) => email?.key ?? [])
  const names = rows.flatMap(row => (row.email ? [] : nameKey(row)))
  const [addresses, known] = await withPatience('batch', () =>
    Promise.all([findAddresses(keys), findNames(names)]),
  )
  return { addresses: new Set(addresses), names: new Set(known) }
}

/** What makes two rows of one file the same: an address, or a name in any order with its organisation. */
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

/** Pending ones too: their owner has a mail that asks her, and would count twice. */
async function findAddresses(keys: string[]) {
  const found = await database.signature.findMany({
    where: { emailKey: { in: keys } },
    select: { emailKey: true },
  })
  return found.flatMap(({ emailKey }) => emailKey ?? [])
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
