import { merklePath, merkleRoot, type Step } from './merkle.ts'

/**
 * The tree is cut into branches of so many leaves. A power of two, so that the root over the branches'
 * roots is the root over all leaves: whoever wants one path reads one branch, not a million leaves.
 */
export const LEAVES_IN_A_BRANCH = 1024

const HASH_BYTES = 32

/** Grows the tree leaf by leaf in the memory of one branch, and of 32 bytes for each branch. */
export function growTree() {
  const roots: Buffer[] = []
  let leaves: Buffer[] = []

  function closeBranch() {
    if (leaves.length > 0) roots.push(merkleRoot(leaves))
    leaves = []
  }

  return {
    add(leaf: Buffer) {
      leaves.push(leaf)
      if (leaves.length === LEAVES_IN_A_BRANCH) closeBranch()
    },
    /** Root of the whole tree, and the roots of its branches one after another. */
    finish() {
      closeBranch()
      return { root: merkleRoot(roots), branches: Buffer.concat(roots) }
    },
  }
}

/** Which leaves stand in the branch of a place: from the first (included) to the last (not). */
export function branchOf(place: number) {
  const from = place - (place % LEAVES_IN_A_BRANCH)
  return { from, to: from + LEAVES_IN_A_BRANCH }
}

/** The whole way up from a place, through the leaves of its branch and the roots of all branches. */
export function pathThroughBranch(leaves: Buffer[], branches: Uint8Array, place: number): Step[] {
  const roots = cut(branches)
  return [
    ...merklePath(leaves, place % LEAVES_IN_A_BRANCH),
    ...merklePath(roots, Math.floor(place / LEAVES_IN_A_BRANCH)),
  ]
}

function cut(branches: Uint8Array) {
  const bytes = Buffer.from(branches)
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, index) =>
    bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  )
}
