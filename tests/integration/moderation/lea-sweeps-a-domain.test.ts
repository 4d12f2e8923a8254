import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import {
  beginBulkAction,
  stopBulkAction,
  undoBulkAction,
} from '#lib/moderation/bulk/begin-bulk-action.ts'
import { CHUNK } from '#lib/moderation/bulk/bulk-moves.ts'
import { continueBulkAction, runBulkAction } from '#lib/moderation/bulk/continue-bulk-action.ts'
import { freezeSignatures } from '#lib/moderation/bulk/freeze-signatures.ts'
import { holdTrend } from '#lib/moderation/hold-trend.ts'
import { SWEEP_HOURS } from '#lib/moderation/rules/leave-sweep.ts'
import { listRules } from '#lib/moderation/rules/list-rules.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { beforeAnyRule, confirmLast, FARM, robot } from '../../support/people/farm.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { readAuditEvents } from '../../support/people/organisers.ts'
import { reasonsOf, signAndConfirm } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille } from '../../support/people/signatories.ts'

const LONG_MS = 60_000

beforeEach(beforeAnyRule)

const ofToday = (place: number) =>
  aSignature({ email: `robot.${place}@${FARM}`, country: 'FR', submittedAt: new Date() })

describe('Léa holds all of a domain', () => {
  test('who had signed and confirms meanwhile is held for the same reason, and nobody else', async () => {
    await insertSignatures(database, [ofToday(0)])
    await signLetter(robot(1))
    expect(await holdTrend(lea, { domain: FARM })).toMatchObject({ outcome: 'frozen', rows: 1 })
    expect(await confirmLast()).toEqual({ outcome: 'confirmed' })
    expect(await reasonsOf(robot(1))).toEqual(['domain_burst'])
    await signAndConfirm(camille)
    expect(await reasonsOf(camille)).toBe('confirmed')
    expect(await listRules()).toMatchObject([
      { effect: 'hold', target: 'domain', pattern: FARM, holdReason: 'domain_burst' },
    ])
  })

  test('a day later it is over', async () => {
    await insertSignatures(database, [ofToday(0)])
    await holdTrend(lea, { domain: FARM })
    await signAndConfirm(robot(1), new Date(Date.now() + SWEEP_HOURS * HOUR_MS))
    expect(await reasonsOf(robot(1))).toBe('confirmed')
  })

  test('undoing ends it, and whom it held since waits for a look', async () => {
    await insertSignatures(database, [ofToday(0)])
    const frozen = (await holdTrend(lea, { domain: FARM })) as { id: string }
    await runBulkAction(frozen.id)
    await signAndConfirm(robot(1))
    expect(await undoBulkAction(lea, frozen.id)).toEqual({ outcome: 'begun' })
    await runBulkAction(frozen.id)
    await signAndConfirm(robot(2))
    expect(await reasonsOf(robot(2))).toBe('confirmed')
    expect(await reasonsOf(robot(1))).toEqual(['domain_burst'])
    expect(await listRules()).toEqual([])
  })

  test('where none has confirmed yet, the rule alone waits for them', async () => {
    await signLetter({ ...robot(1), networkHash: 'a-network' })
    expect(await holdTrend(lea, { network: 'a-network' })).toEqual({ outcome: 'ruled' })
    await confirmLast()
    expect(await reasonsOf(robot(1))).toEqual(['network_burst'])
  })

  test('a hold of less than all of it leaves no rule', async () => {
    await insertSignatures(database, [ofToday(0)])
    const rule = { domain: FARM, country: 'FR' }
    const frozen = (await freezeSignatures(lea, { kind: 'hold', choice: { rule } })) as {
      id: string
    }
    await beginBulkAction(lea, frozen.id)
    expect(await listRules()).toEqual([])
  })

  test(
    'what is under way is stopped, and what was done is put back',
    async () => {
      const crowd = Array.from({ length: CHUNK + 1 }, (_, place) => ofToday(place))
      await insertSignatures(database, crowd)
      const frozen = (await holdTrend(lea, { domain: FARM })) as { id: string }
      expect(await continueBulkAction(frozen.id)).toBe(true)
      expect(await stopBulkAction(lea, frozen.id)).toEqual({ outcome: 'stopped' })
      expect(await stopBulkAction(lea, frozen.id)).toEqual({ outcome: 'not-possible' })
      await runBulkAction(frozen.id)
      expect(await database.signature.count({ where: { status: 'held' } })).toBe(CHUNK)
      expect(await listRules()).toEqual([])
      await undoBulkAction(lea, frozen.id)
      await runBulkAction(frozen.id)
      expect(await database.signature.count({ where: { status: 'held' } })).toBe(0)
      expect(await readAuditEvents('bulk-stopped')).toMatchObject([{ rows: CHUNK }])
    },
    LONG_MS,
  )
})
