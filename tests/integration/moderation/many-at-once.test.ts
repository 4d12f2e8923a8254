import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { beginBulkAction, undoBulkAction } from '#lib/moderation/bulk/begin-bulk-action.ts'
import { CHUNK } from '#lib/moderation/bulk/bulk-moves.ts'
import { continueBulkAction, runBulkAction } from '#lib/moderation/bulk/continue-bulk-action.ts'
import { freezeSignatures } from '#lib/moderation/bulk/freeze-signatures.ts'
import { keepBulkActions } from '#lib/moderation/bulk/keep-bulk-actions.ts'
import { correctTypo } from '#lib/moderation/correct-typo.ts'
import { holdTrend } from '#lib/moderation/hold-trend.ts'
import { readTrends, TREND_FROM } from '#lib/moderation/read-trends.ts'
import { releaseSignature } from '#lib/moderation/release-signature.ts'
import type { Filters } from '#lib/signatures/filters/filters.ts'
import { correctSignature } from '#lib/signatures/self-service/correct-signature.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { lea, readNow } from '../../support/people/organiser-acts.ts'
import { readAuditEvents } from '../../support/people/organisers.ts'
import { formChoices, openOwnSignature } from '../../support/people/self-service.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const FARM = 'farm.example'
const LONG_MS = 60_000

const ofFarm = (place: number) =>
  aSignature({ name: `Robot ${place}`, email: `robot.${place}@${FARM}` })

const statuses = async () => {
  const groups = await database.signature.groupBy({ by: ['status'], _count: true })
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]))
}

/** Freezes by rule and says yes; the id of the action. */
async function begin(kind: 'hold' | 'remove' | 'release', rule: Filters) {
  const frozen = await freezeSignatures(lea, { kind, choice: { rule } })
  if (frozen.outcome !== 'frozen') throw new Error(frozen.outcome)
  await beginBulkAction(lea, frozen.id, { removalReason: 'automated' })
  return frozen.id
}

beforeEach(emptyDatabase)

describe('Léa acts on many', () => {
  test('an empty rule is refused, and so is one that nothing matches', async () => {
    await insertSignatures(database, [ofFarm(1)])
    const wish = (rule: Filters) => freezeSignatures(lea, { kind: 'remove', choice: { rule } })
    expect(await wish({})).toEqual({ outcome: 'empty-rule' })
    expect(await wish({ q: '' })).toEqual({ outcome: 'empty-rule' })
    expect(await wish({ domain: 'other.example' })).toEqual({ outcome: 'nothing' })
    expect(await database.bulkAction.count()).toBe(0)
  })

  test('what was shown is what is done: not who signs after, nor who has corrected', async () => {
    const corrected = ofFarm(1)
    await insertSignatures(database, [corrected, ofFarm(2), aSignature()])
    const wish = { kind: 'hold', choice: { rule: { domain: FARM } } } as const
    const frozen = await freezeSignatures(lea, wish)
    expect(frozen).toMatchObject({ outcome: 'frozen', rows: 2 })
    expect(await statuses()).toEqual({ confirmed: 3 })
    await insertSignatures(database, [ofFarm(3)])
    const session = await openOwnSignature(corrected)
    await correctSignature(session, { name: 'Robin Vert', public: 'on' }, formChoices())
    const { id } = frozen as { id: string }
    expect(await continueBulkAction(id)).toBe(false)
    expect(await statuses()).toEqual({ confirmed: 4 })
    await beginBulkAction(lea, id)
    await runBulkAction(id)
    expect(await statuses()).toEqual({ confirmed: 3, held: 1 })
    expect(await beginBulkAction(lea, id)).toEqual({ outcome: 'not-possible' })
  })

  test('by selection: only those that are as they were shown', async () => {
    const [one, two] = [ofFarm(1), ofFarm(2)]
    await insertSignatures(database, [one, two])
    const chosen = [await readNow(one.id), { id: two.id, contents: '0'.repeat(64) }]
    expect(await freezeSignatures(lea, { kind: 'remove', choice: { chosen } })).toMatchObject({
      rows: 1,
    })
  })

  test('the audit log has the rule without what was typed, and how many', async () => {
    await insertSignatures(database, [ofFarm(1), ofFarm(2)])
    await runBulkAction(await begin('remove', { q: 'Robot', country: 'FR' }))
    const [begun] = await readAuditEvents('bulk-begun')
    expect(begun).toMatchObject({
      rows: 2,
      details: { kind: 'remove', filters: { country: 'FR' } },
    })
    expect(JSON.stringify(begun?.details)).not.toMatch(/robot/i)
    expect(await readAuditEvents('bulk-finished')).toMatchObject([{ rows: 2, organiserId: lea.id }])
  })

  test(
    'thousands go chunk by chunk; after a crash it goes on where it ended',
    async () => {
      await insertSignatures(database, aCrowd(2 * CHUNK + 100))
      const id = await begin('hold', { domain: 'example.org' })
      expect(await continueBulkAction(id)).toBe(true)
      expect(await readTally(0)).toMatchObject({ signatures: CHUNK + 100 })
      await Promise.all([keepBulkActions(), keepBulkActions()])
      expect(await statuses()).toEqual({ held: 2 * CHUNK + 100 })
      expect(await database.signatureEvent.count()).toBe(2 * CHUNK + 100)
      expect(await readAuditEvents('bulk-finished')).toHaveLength(1)
    },
    LONG_MS,
  )
})

describe('undoing', () => {
  test('each goes back to where it stood, unless it was changed since', async () => {
    const [left, corrected, withdrawn, looked] = [1, 2, 3, 4].map(ofFarm)
    if (!left || !corrected || !withdrawn || !looked) throw new Error('Four robots are needed.')
    await insertSignatures(database, [left, corrected, withdrawn, looked])
    const id = await begin('hold', { domain: FARM })
    await runBulkAction(id)
    const change = { name: 'Robin Vert', public: 'on' }
    await correctSignature(await openOwnSignature(corrected), change, formChoices())
    await withdrawSignature(await openOwnSignature(withdrawn), false)
    await releaseSignature(lea, await readNow(looked.id))
    // A slip that Léa mends is no word of its owner's.
    const typo = await correctTypo(lea, await readNow(left.id), { name: 'Robot' }, formChoices())
    expect(typo).toEqual({ outcome: 'done' })
    expect(await undoBulkAction(lea, id)).toEqual({ outcome: 'begun' })
    await runBulkAction(id)
    const stand = async ({ id: one }: { id: string }) =>
      (await database.signature.findUnique({ where: { id: one } }))?.status
    expect(await stand(left)).toBe('confirmed')
    expect(await stand(corrected)).toBe('held')
    expect(await stand(withdrawn)).toBe('withdrawn')
    expect(await stand(looked)).toBe('confirmed')
    expect(await readAuditEvents('bulk-undone')).toMatchObject([{ rows: 1 }])
    expect(await undoBulkAction(lea, id)).toEqual({ outcome: 'not-possible' })
  })

  test('a removal puts held ones back as held, for 30 days and no longer', async () => {
    const held = aSignature({
      email: `held@${FARM}`,
      status: 'held',
      holdReasons: ['imitation'],
    })
    await insertSignatures(database, [ofFarm(1), held])
    const id = await begin('remove', { domain: FARM })
    await runBulkAction(id)
    expect(await statuses()).toEqual({ removed: 2 })
    const late = new Date(Date.now() + 31 * DAY_MS)
    expect(await undoBulkAction(lea, id, late)).toEqual({ outcome: 'not-possible' })
    await undoBulkAction(lea, id)
    await runBulkAction(id)
    expect(await statuses()).toEqual({ confirmed: 1, held: 1 })
  })
})

describe('surges', () => {
  const now = new Date()
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

  test('a domain far above its usual is seen, a busy one is not; one press holds it', async () => {
    const busy = Array.from({ length: 8 * TREND_FROM }, (_, place) =>
      aSignature({
        email: `p${place}@busy.example`,
        submittedAt: minutesAgo((place * 8 * 24 * 60) / (8 * TREND_FROM)),
      }),
    )
    const farm = Array.from({ length: TREND_FROM }, (_, place) => ({
      ...ofFarm(place),
      networkHash: 'farm-network',
      submittedAt: minutesAgo(place),
    }))
    await insertSignatures(database, [...busy, ...farm])
    expect(await readTrends(now)).toEqual({
      networks: [{ key: 'farm-network', hour: TREND_FROM, day: TREND_FROM, usualDay: 0 }],
      domains: [{ key: FARM, hour: TREND_FROM, day: TREND_FROM, usualDay: 0 }],
      presses: [],
    })
    const held = await holdTrend(lea, { network: 'farm-network' }, now)
    expect(held).toMatchObject({ outcome: 'frozen', rows: TREND_FROM })
    await keepBulkActions()
    expect(await database.signature.count({ where: { status: 'held' } })).toBe(TREND_FROM)
  })
})
