import { database } from '#lib/database/client.ts'
import type { Prisma, Signature } from '#lib/database/types.ts'
import { FOLDING_VERSION } from '#lib/text/fold-text.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { lockKeyBackfill } from './queries/signatures.ts'
import { organisationFacts } from './trust/organisation-facts.ts'

/** Signatures of one transaction, whose rows are locked for some milliseconds. */
const CHUNK = 500

/**
 * Recomputes the keys of all signatures after a change of folding, and removes verification marks that today's
 * rules would not give. Resumes where it stopped and does nothing once done; one instance at a time. Until then
 * the search finds both kinds of key.
 */
export async function backfillKeys(signal: AbortSignal = new AbortController().signal) {
  await database.keyBackfill.createMany({
    data: { version: FOLDING_VERSION },
    skipDuplicates: true,
  })
  let isGoingOn = true
  while (isGoingOn && !signal.aborted) isGoingOn = await database.$transaction(doChunk)
}

/** Whether there may be more. */
async function doChunk(transaction: Prisma.TransactionClient) {
  const run = await lockKeyBackfill(transaction, FOLDING_VERSION)
  if (!run) return false
  const rows = await transaction.signature.findMany({
    where: run.cursor ? { id: { gt: run.cursor } } : {},
    orderBy: { id: 'asc' },
    take: CHUNK,
    select: COLUMNS,
  })
  for (const row of rows) await makeAnew(transaction, row)
  const cursor = rows.at(-1)?.id ?? run.cursor
  const isDone = rows.length < CHUNK
  await transaction.keyBackfill.update({
    where: { version: FOLDING_VERSION },
    data: { cursor, completedAt: isDone ? new Date() : null },
  })
  return !isDone
}

const COLUMNS = {
  id: true,
  name: true,
  kind: true,
  organisation: true,
  email: true,
  website: true,
  searchKey: true,
  organisationKey: true,
  isDomainVerified: true,
} satisfies Prisma.SignatureSelect

type Row = Pick<Signature, keyof typeof COLUMNS>

/** One that its owner corrects at this moment has other keys by then, and keeps them. */
async function makeAnew(transaction: Prisma.TransactionClient, row: Row) {
  const { id, searchKey: oldKey, organisationKey: oldOrganisationKey } = row
  const facts = organisationFacts(row)
  const now = {
    searchKey: searchKey(row),
    organisationKey: facts.organisationKey,
    isDomainVerified: row.isDomainVerified && facts.isDomainVerified,
  }
  const isSame = Object.entries(now).every(([key, value]) => row[key as keyof Row] === value)
  if (isSame) return
  await transaction.signature.updateMany({
    where: { id, searchKey: oldKey, organisationKey: oldOrganisationKey },
    data: now,
  })
}
