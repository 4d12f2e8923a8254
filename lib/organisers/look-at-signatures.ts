import { database } from '#lib/database/client.ts'
import { readLikelyDoubles } from '#lib/signatures/organisations/likely-doubles.ts'
import { moveSignature } from '#lib/signatures/states.ts'
import { forgetTally } from '#lib/signatures/tally.ts'

/** Rows that an organiser looks at together. */
const ROWS_TOGETHER = 50

/**
 * The oldest signatures that are held, with why; for an organisation also the names of those that may
 * be the same one.
 */
export async function readHeld() {
  const held = await database.signature.findMany({
    where: { status: 'held' },
    orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
    take: ROWS_TOGETHER,
    select: {
      id: true,
      name: true,
      email: true,
      organisation: true,
      role: true,
      organisationKey: true,
      website: true,
      holdReasons: true,
    },
  })
  const organisations = held.filter(({ organisationKey }) => organisationKey !== null)
  const doubles = await readLikelyDoubles(organisations)
  return held.map(({ organisationKey, ...row }) => ({ ...row, doubles: doubles.get(row.id) ?? [] }))
}

/** The oldest statements that nobody has read yet. */
export function readWaitingStatements() {
  return database.signature.findMany({
    where: { status: 'confirmed', statementStatus: 'waiting' },
    orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
    take: ROWS_TOGETHER,
    select: { id: true, name: true, statement: true },
  })
}

/** Lets a held signature count. Resolves to whether it was held; reports against it are done with. */
export async function releaseSignature(id: string) {
  const wasHeld = await database.$transaction(async transaction => {
    const moved = await moveSignature(transaction, id, 'release', { holdReasons: [] })
    if (moved) await transaction.nameReport.deleteMany({ where: { signatureId: id } })
    return moved
  })
  forgetTally()
  return wasHeld
}

/**
 * Shows a statement with its name, or decides that it is not shown. Only the very words that were
 * read are decided on: if their author has changed them meanwhile, they wait to be read again.
 */
export async function decideStatement(
  id: string,
  statement: string,
  decision: 'approved' | 'refused',
) {
  await database.signature.updateMany({
    where: { id, statement, statementStatus: 'waiting' },
    data: { statementStatus: decision },
  })
}
