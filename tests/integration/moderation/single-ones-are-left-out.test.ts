import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { beginBulkAction } from '#lib/moderation/bulk/begin-bulk-action.ts'
import { chooseMembers } from '#lib/moderation/bulk/choose-members.ts'
import { runBulkAction } from '#lib/moderation/bulk/continue-bulk-action.ts'
import { freezeSignatures } from '#lib/moderation/bulk/freeze-signatures.ts'
import { MEMBERS_PER_PAGE, readBulkAction } from '#lib/moderation/bulk/read-bulk-actions.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { readAuditEvents } from '../../support/people/organisers.ts'

const AUTOMATED = { removalReason: 'automated' } as const

/** Léa's preview of everyone of example.org. */
async function preview(kind: 'hold' | 'remove') {
  const frozen = await freezeSignatures(lea, { kind, choice: { rule: { domain: 'example.org' } } })
  if (frozen.outcome !== 'frozen') throw new Error(frozen.outcome)
  return frozen.id
}

const idsOfPage = async (id: string, page: number) =>
  (await readBulkAction(lea, id, page))?.members.map(member => member.id) ?? []

const idsThat = async (status: 'confirmed' | 'removed') => {
  const rows = await database.signature.findMany({ where: { status }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

beforeEach(emptyDatabase)

describe('Léa leaves single signatures out of a preview', () => {
  test('all of it can be paged through, each signature once', async () => {
    await insertSignatures(database, aCrowd(MEMBERS_PER_PAGE + 2))
    const id = await preview('remove')
    const pages = [await idsOfPage(id, 1), await idsOfPage(id, 2)]
    expect(pages.map(({ length }) => length)).toEqual([MEMBERS_PER_PAGE, 2])
    expect(new Set(pages.flat()).size).toBe(MEMBERS_PER_PAGE + 2)
    expect(await readBulkAction(lea, id)).toMatchObject({ page: 1, pages: 2 })
  })

  test('what she unticked on any page is left alone, and the rest is done', async () => {
    await insertSignatures(database, aCrowd(MEMBERS_PER_PAGE + 2))
    const id = await preview('remove')
    const [shown, last] = [await idsOfPage(id, 1), await idsOfPage(id, 2)]
    const [left = '', changedHerMind = '', ...others] = shown
    expect(await chooseMembers(id, { shown, chosen: others })).toEqual({ outcome: 'chosen' })
    await chooseMembers(id, { shown, chosen: [changedHerMind, ...others] })
    await chooseMembers(id, { shown: last, chosen: [] })
    expect((await readBulkAction(lea, id))?.action.rows).toBe(MEMBERS_PER_PAGE - 1)
    await beginBulkAction(lea, id, AUTOMATED)
    await runBulkAction(id)
    expect(await idsThat('confirmed')).toEqual([left, ...last].sort())
    expect(await idsThat('removed')).toEqual([changedHerMind, ...others].sort())
    expect(await readAuditEvents('bulk-begun')).toMatchObject([
      { rows: MEMBERS_PER_PAGE - 1, details: { reason: 'automated', excluded: 3 } },
    ])
  })

  test('once it was begun nothing can be left out or put in any more', async () => {
    await insertSignatures(database, aCrowd(2))
    const id = await preview('hold')
    const shown = await idsOfPage(id, 1)
    await beginBulkAction(lea, id)
    expect(await chooseMembers(id, { shown, chosen: [] })).toEqual({ outcome: 'not-possible' })
    await runBulkAction(id)
    expect(await idsThat('confirmed')).toEqual([])
  })

  test('a preview of which everyone was left out is not begun', async () => {
    await insertSignatures(database, aCrowd(2))
    const id = await preview('hold')
    await chooseMembers(id, { shown: await idsOfPage(id, 1), chosen: [] })
    expect(await beginBulkAction(lea, id)).toEqual({ outcome: 'not-possible' })
  })

  test('ids of another preview change nothing', async () => {
    await insertSignatures(database, aCrowd(2))
    const [one, other] = [await preview('hold'), await preview('hold')]
    await chooseMembers(one, { shown: [crypto.randomUUID()], chosen: [crypto.randomUUID()] })
    await chooseMembers(one, { shown: await idsOfPage(one, 1), chosen: [] })
    expect((await readBulkAction(lea, other))?.counts).toMatchObject({ waiting: 2, excluded: 0 })
  })
})

describe('Léa removes many', () => {
  test('for a reason, or not at all', async () => {
    await insertSignatures(database, aCrowd(2))
    const id = await preview('remove')
    expect(await beginBulkAction(lea, id)).toEqual({ outcome: 'no-reason' })
    expect(await idsThat('removed')).toEqual([])
    expect(await beginBulkAction(lea, id, AUTOMATED)).toEqual({ outcome: 'begun' })
  })

  test('their owners hear why, where she wishes so, and the history keeps it', async () => {
    const two = [...aCrowd(2)]
    await insertSignatures(database, two)
    const id = await preview('remove')
    await beginBulkAction(lea, id, { ...AUTOMATED, tellsOwners: true })
    await runBulkAction(id)
    const mails = await deliverMails()
    expect(mails.map(({ to }) => to).sort()).toEqual(two.map(({ email }) => email).sort())
    const events = await database.signatureEvent.findMany({ where: { kind: 'removed' } })
    expect(events.map(({ codes }) => codes)).toEqual([['automated'], ['automated']])
  })
})
