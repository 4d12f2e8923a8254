import { beforeEach, expect, test } from 'vitest'
import { UNDO_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { beginBulkAction } from '#lib/moderation/bulk/begin-bulk-action.ts'
import { PREVIEW_HOURS } from '#lib/moderation/bulk/bulk-moves.ts'
import { runBulkAction } from '#lib/moderation/bulk/continue-bulk-action.ts'
import { freezeSignatures } from '#lib/moderation/bulk/freeze-signatures.ts'
import { keepBulkActions } from '#lib/moderation/bulk/keep-bulk-actions.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { lea } from '../../support/people/organiser-acts.ts'

const RULE = { q: 'Camille', network: 'of-camille', country: 'BE' }

const after = (ms: number) => new Date(Date.now() + ms)

beforeEach(async () => {
  await emptyDatabase()
  await insertSignatures(database, [
    aSignature({ name: 'Camille Roux', networkHash: 'of-camille', country: 'BE' }),
  ])
})

test('a preview that nobody says yes to, after a day; until then it may be begun', async () => {
  const id = await aPreview()
  await keepBulkActions(after((PREVIEW_HOURS - 1) * HOUR_MS))
  expect(await database.bulkAction.count()).toBe(1)
  const tooLate = after((PREVIEW_HOURS + 1) * HOUR_MS)
  expect(await beginBulkAction(lea, id, {}, tooLate)).toEqual({ outcome: 'not-possible' })
  await keepBulkActions(tooLate)
  expect(await database.bulkAction.count()).toBe(0)
})

test('once it cannot be undone, whom it was about, and what Léa had searched for', async () => {
  const id = await aPreview()
  await beginBulkAction(lea, id)
  await runBulkAction(id)
  await keepBulkActions(after(UNDO_DAYS * DAY_MS))
  expect(await kept()).toEqual({ members: 1, rule: RULE })
  await keepBulkActions(after((UNDO_DAYS + 2) * DAY_MS))
  expect(await kept()).toEqual({ members: 0, rule: { country: 'BE' } })
})

async function aPreview() {
  const frozen = await freezeSignatures(lea, { kind: 'hold', choice: { rule: RULE } })
  if (frozen.outcome !== 'frozen') throw new Error(frozen.outcome)
  return frozen.id
}

async function kept() {
  const { filters: rule } = await database.bulkAction.findFirstOrThrow()
  return { members: await database.bulkActionMember.count(), rule }
}
