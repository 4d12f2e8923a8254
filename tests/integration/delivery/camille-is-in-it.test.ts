import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { merkleRoot } from '#lib/delivery/merkle.ts'
import { listPublishedSnapshots } from '#lib/delivery/published-snapshots.ts'
import { type Proof, readInclusionProofs } from '#lib/signatory-data/read-inclusion-proofs.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliver } from '../../support/people/deliveries.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { RECIPIENTS } from '../../support/people/recipients.ts'
import { correct, openOwnSignature, signAndConfirm } from '../../support/people/self-service.ts'
import { details, idris } from '../../support/people/signatories.ts'

const CROWD = 1_500

/** Nobody in the crowd is called so. */
const camille = details({ name: 'Camille Aubanel', email: 'camille@aubanel.example' })

const folder = mkdtempSync(join(tmpdir(), 'open-letter-proof-'))
afterAll(() => rmSync(folder, { recursive: true }))

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
  await insertSignatures(database, aCrowd(CROWD))
  await insertSignatures(database, [aPendingSignature({ name: 'Noor' })])
  await signAndConfirm(camille)
})

describe('Camille, with her own link', () => {
  test('finds the proof, and checks it without the site', async () => {
    const { root, tally, named } = await deliver(lucie)
    expect(tally).toMatchObject({ signatures: CROWD + 1 })
    expect(named).toBeGreaterThan(CROWD / 2)
    const proof = await herProof()
    expect(proof.record).toContain('Camille Aubanel')
    expect(proof.record).not.toContain('@')
    expect(proof.path.length).toBeGreaterThan(9)
    expect(check(proof, root)).toContain('This is in it: {"capacity":')
    expect(() => check({ ...proof, record: '{"name":"Idris"}' }, root)).toThrow()
    expect(() => check(proof, 'f'.repeat(64))).toThrow()
  })

  test('the root that is published is the root over all leaves', async () => {
    const { id, root } = await deliver(lucie)
    const leaves = await database.deliveryMember.findMany({
      where: { snapshotId: id },
      orderBy: { place: 'asc' },
      select: { leaf: true },
    })
    expect(merkleRoot(leaves.map(({ leaf }) => Buffer.from(leaf))).toString('hex')).toBe(root)
    const [published] = await listPublishedSnapshots()
    expect(published).toEqual({
      id,
      root,
      signatures: CROWD + 1,
      takenAt: expect.any(String),
      handedOverOn: localDay(new Date(), timeZone()),
      handedOverTo: RECIPIENTS,
    })
  })

  test('withdraws: nothing of her is left in it, and the root still holds', async () => {
    const { id } = await deliver(lucie)
    await withdrawSignature(await openOwnSignature(camille), false)
    expect((await dumpDatabase()).includes('Aubanel')).toBe(false)
    const [erased, ...others] = await database.deliveryMember.findMany({
      where: { snapshotId: id, record: null },
    })
    expect(others).toEqual([])
    expect(erased).toMatchObject({ salt: null, signatureId: null })
    expect(await database.deliveryMember.count({ where: { snapshotId: id } })).toBe(CROWD + 1)
  })

  test('hides her name: what was frozen goes, and she still finds the way to the root', async () => {
    const { root } = await deliver(lucie)
    await correct(camille, await openOwnSignature(camille), { public: undefined })
    const proof = await herProof()
    expect(proof).toMatchObject({ record: null, salt: null })
    expect(check(proof, root)).toContain('This is in it: (erased at your wish)')
  })

  test('corrects her role: what was delivered stays what was delivered', async () => {
    await deliver(lucie)
    await correct(camille, await openOwnSignature(camille), { role: 'Infirmière' })
    expect((await herProof()).record).toContain('"role":null')
  })

  test('is deleted by whatever hand: what was frozen goes with the row', async () => {
    const { id } = await deliver(lucie)
    await database.signature.deleteMany({ where: { name: camille.name } })
    expect(await database.deliveryMember.count({ where: { snapshotId: id, record: null } })).toBe(1)
  })
})

test('Idris, who signed later, is in none; who has no session gets nothing', async () => {
  await deliver(lucie)
  await signAndConfirm(idris)
  expect(await readInclusionProofs(await openOwnSignature(idris))).toEqual([])
  expect(await readInclusionProofs('a'.repeat(43))).toBeNull()
  expect(await readInclusionProofs(undefined)).toBeNull()
})

async function herProof(): Promise<Proof> {
  const later = new Date(Date.now() + 20 * 60_000)
  const [proof] = (await readInclusionProofs(await openOwnSignature(camille, later))) ?? []
  if (!proof) throw new Error('There is no proof.')
  return proof
}

/** Runs the script of docs/verify.md as it is printed there. */
function check(proof: Proof, root: string | null) {
  const [, script = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/verify.md', 'utf8')) ?? []
  writeFileSync(join(folder, 'check.mjs'), script)
  writeFileSync(join(folder, 'proof.json'), JSON.stringify(proof))
  const parts = [join(folder, 'check.mjs'), join(folder, 'proof.json'), root ?? '']
  return execFileSync(process.execPath, parts, { encoding: 'utf8', stdio: 'pipe' })
}
