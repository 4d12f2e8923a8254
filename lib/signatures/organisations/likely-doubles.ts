import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import type { Prisma, Signature } from '#lib/database/types.ts'

type Organisation = Pick<Signature, 'id' | 'organisationKey' | 'website'>

/**
 * Whether an organisation that confirmed already may be this one: its name comes down to the same
 * words, or its website is the same. Of two that confirm at the same moment the second sees the first.
 */
export async function hasLikelyDouble(
  transaction: Prisma.TransactionClient,
  organisation: Organisation,
) {
  await withLock(transaction, 'organisations')
  const doubles = await transaction.signature.count({
    where: { ...likeOneOf([organisation]), id: { not: organisation.id } },
  })
  return doubles > 0
}

/** For each of these organisations the names of the others that may be the same, by its id. */
export async function readLikelyDoubles(organisations: Organisation[]) {
  const others = await database.signature.findMany({
    where: likeOneOf(organisations),
    orderBy: { id: 'asc' },
    select: { id: true, organisation: true, organisationKey: true, website: true },
  })
  return new Map(
    organisations.map(one => [
      one.id,
      others.filter(other => isLike(one, other)).map(({ organisation }) => organisation ?? ''),
    ]),
  )
}

function likeOneOf(organisations: Organisation[]) {
  const keys = organisations.flatMap(({ organisationKey }) => organisationKey ?? [])
  const websites = organisations.flatMap(({ website }) => website ?? [])
  return {
    kind: 'organisation',
    status: { in: ['confirmed', 'held'] },
    OR: [{ organisationKey: { in: keys } }, { website: { in: websites } }],
  } satisfies Prisma.SignatureWhereInput
}

function isLike(one: Organisation, other: Organisation) {
  if (one.id === other.id) return false
  const hasSameName = one.organisationKey !== null && one.organisationKey === other.organisationKey
  return hasSameName || (one.website !== null && one.website === other.website)
}
