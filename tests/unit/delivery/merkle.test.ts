import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  branchOf,
  growTree,
  LEAVES_IN_A_BRANCH,
  pathThroughBranch,
} from '#lib/delivery/branches.ts'
import { followPath, leafHash, merklePath, merkleRoot } from '#lib/delivery/merkle.ts'

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes))
const tree = fc.array(hash, { minLength: 1, maxLength: 70 })
const treeAndPlace = tree.chain(leaves =>
  fc.record({ leaves: fc.constant(leaves), place: fc.nat({ max: leaves.length - 1 }) }),
)

/** The definition of RFC 6962, section 2.1, word for word: split at the largest power of two below n. */
function byTheStandard(leaves: Buffer[]): Buffer {
  const [first] = leaves
  if (!first) return createHash('sha256').digest()
  if (leaves.length === 1) return first
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const sides = [byTheStandard(leaves.slice(0, split)), byTheStandard(leaves.slice(split))]
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(Buffer.concat(sides))
    .digest()
}

describe('the tree', () => {
  test('has the root that RFC 6962 defines', () => {
    fc.assert(fc.property(tree, leaves => merkleRoot(leaves).equals(byTheStandard(leaves))))
    expect(merkleRoot([]).toString('hex')).toMatch(/^e3b0c44298fc1c14/)
  })

  test('leads from every leaf to the root', () => {
    fc.assert(
      fc.property(treeAndPlace, ({ leaves, place }) =>
        followPath(leaves[place] ?? Buffer.alloc(0), merklePath(leaves, place)).equals(
          merkleRoot(leaves),
        ),
      ),
    )
  })

  test('leads nowhere from another leaf, or when a bit of the path is turned', () => {
    fc.assert(
      fc.property(treeAndPlace, hash, fc.nat(), ({ leaves, place }, other, at) => {
        fc.pre(!leaves.some(leaf => leaf.equals(other)))
        const root = merkleRoot(leaves)
        const path = merklePath(leaves, place)
        expect(followPath(other, path).equals(root)).toBe(false)
        const step = path[at % Math.max(path.length, 1)]
        if (!step) return
        step.hash = Buffer.from(step.hash)
        step.hash[at % 32] = (step.hash[at % 32] ?? 0) ^ 1
        expect(followPath(leaves[place] ?? other, path).equals(root)).toBe(false)
      }),
    )
  })

  test('has no leaf beyond its last', () => {
    expect(() => merklePath([Buffer.alloc(32)], 1)).toThrow(RangeError)
  })
})

describe('leaves', () => {
  test('differ by salt, and cannot be passed off as nodes', () => {
    const record = '{"id":"1"}'
    const [salt, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    expect(leafHash(salt, record)).not.toEqual(leafHash(other, record))
    const node = merkleRoot([salt, other])
    expect(leafHash(salt, other.toString('latin1'))).not.toEqual(node)
  })
})

describe('branches', () => {
  const leaf = (number: number) => createHash('sha256').update(String(number)).digest()

  test.each([1, 1023, 1024, 1025, 2048, 3000, 5121])(
    'of a tree of %i have its root and its paths',
    size => {
      const leaves = Array.from({ length: size }, (_, number) => leaf(number))
      const growing = growTree()
      for (const one of leaves) growing.add(one)
      const { root, branches } = growing.finish()
      expect(root).toEqual(merkleRoot(leaves))
      for (const place of [0, size - 1, Math.floor(size / 2), LEAVES_IN_A_BRANCH % size]) {
        const { from, to } = branchOf(place)
        const path = pathThroughBranch(leaves.slice(from, to), branches, place)
        expect(followPath(leaf(place), path)).toEqual(root)
      }
    },
  )
})
