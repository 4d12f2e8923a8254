import { database } from '#lib/database/client.ts'
import { branchOf, pathThroughBranch } from '#lib/delivery/branches.ts'
import { type PublishedSnapshot, readPublishedPacks } from '#lib/delivery/published-snapshots.ts'
import { readOwnSignature } from '#lib/signatures/self-service/signatory-session.ts'

/**
 * Inclusion proof: that a signature is in a snapshot, for its owner alone; docs/verify.md says how to check it.
 */
export type Proof = {
  snapshot: PublishedSnapshot
  /** SHA-256, hexadecimal. */
  leaf: string
  /** 32 bytes, hexadecimal; null, with the record, once what was frozen has been erased. */
  salt: string | null
  /** The exact text that was hashed. */
  record: string | null
  /** From the leaf to the root. */
  path: { side: 'left' | 'right'; hash: string }[]
}

/** Inclusion proofs of the signature of a session, newest first; null without a valid session. */
export async function readInclusionProofs(sessionToken: unknown): Promise<Proof[] | null> {
  const signature = await readOwnSignature(sessionToken)
  return signature && inclusionProofsOf(signature.id)
}

/** Inclusion proofs of a signature, newest first. */
export async function inclusionProofsOf(signatureId: string): Promise<Proof[]> {
  const packs = await readPublishedPacks()
  const members = await database.deliveryMember.findMany({
    where: { signatureId, snapshotId: { in: packs.map(({ membersOf }) => membersOf) } },
  })
  const proofs = packs.map(async ({ snapshot, membersOf }) => {
    const member = members.find(({ snapshotId }) => snapshotId === membersOf)
    return member ? [await proofOf(member, snapshot)] : []
  })
  return (await Promise.all(proofs)).flat()
}

type Member = Awaited<ReturnType<typeof database.deliveryMember.findMany>>[number]

async function proofOf(member: Member, snapshot: PublishedSnapshot): Promise<Proof> {
  const { snapshotId, place, leaf, salt, record } = member
  const { from, to } = branchOf(place)
  const [leaves, { branches }] = await Promise.all([
    database.deliveryMember.findMany({
      where: { snapshotId, place: { gte: from, lt: to } },
      orderBy: { place: 'asc' },
      select: { leaf: true },
    }),
    database.deliverySnapshot.findUniqueOrThrow({
      where: { id: snapshotId },
      select: { branches: true },
    }),
  ])
  const hashes = leaves.map(one => Buffer.from(one.leaf))
  const path = pathThroughBranch(hashes, branches ?? new Uint8Array(), place)
  return {
    snapshot,
    leaf: hex(leaf),
    salt: salt && hex(salt),
    record,
    path: path.map(({ side, hash }) => ({ side, hash: hex(hash) })),
  }
}

function hex(bytes: Uint8Array) {
  return Buffer.from(bytes).toString('hex')
}
