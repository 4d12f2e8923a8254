import { createHash } from 'node:crypto'

/** One step from a leaf to the root: the neighbour, and on which side of the path it stands. */
export type Step = { side: 'left' | 'right'; hash: Buffer }

// RFC 6962, section 2.1: leaves and nodes are told apart, so that neither can be passed off as the other.
const LEAF = Buffer.from([0x00])
const NODE = Buffer.from([0x01])

/** SHA-256 of 0x00, the salt and the record in UTF-8. */
export function leafHash(salt: Uint8Array, record: string) {
  return sha256(LEAF, salt, Buffer.from(record, 'utf8'))
}

/** Root of the tree over these hashes (RFC 6962, section 2.1); of none, SHA-256 of nothing. */
export function merkleRoot(hashes: readonly Buffer[]): Buffer {
  let level = hashes
  while (level.length > 1) level = levelAbove(level)
  return level[0] ?? sha256()
}

/**
 * The way from the hash at `place` up to the root (RFC 6962, section 2.1.1), nearest neighbour first.
 * @throws RangeError when there is no such place
 */
export function merklePath(hashes: readonly Buffer[], place: number): Step[] {
  if (!hashes[place]) throw new RangeError(`There is no leaf at place ${place}.`)
  const path: Step[] = []
  let level = hashes
  for (let index = place; level.length > 1; index = Math.floor(index / 2)) {
    const isRight = index % 2 === 1
    const hash = level[isRight ? index - 1 : index + 1]
    if (hash) path.push({ side: isRight ? 'left' : 'right', hash })
    level = levelAbove(level)
  }
  return path
}

/** The root that a path leads to from a leaf. */
export function followPath(leaf: Buffer, path: readonly Step[]): Buffer {
  return path.reduce(
    (node, { side, hash }) => (side === 'left' ? nodeHash(hash, node) : nodeHash(node, hash)),
    leaf,
  )
}

/** Pairs become nodes; a last one without a neighbour goes up as it is. */
function levelAbove(level: readonly Buffer[]) {
  const above: Buffer[] = []
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = level.slice(index, index + 2)
    if (left) above.push(right ? nodeHash(left, right) : left)
  }
  return above
}

function nodeHash(left: Buffer, right: Buffer) {
  return sha256(NODE, left, right)
}

function sha256(...parts: Uint8Array[]) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
