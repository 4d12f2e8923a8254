import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { decideStatement } from '#lib/moderation/decide-statement.ts'
import { hideName } from '#lib/moderation/hide-name.ts'
import { removeSignature } from '#lib/moderation/remove-signature.ts'
import { listStatements } from '#lib/signatures/list-statements.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { IN_SILENCE, lea, readNow } from '../../../support/people/organiser-acts.ts'
import {
  correct,
  openOwnSignature,
  signAndConfirm,
  signatureOf,
} from '../../../support/people/self-service.ts'
import { camille } from '../../../support/people/signatories.ts'

beforeEach(emptyDatabase)

describe('her statement', () => {
  const wall = async () => (await listStatements()).signatories.map(({ statement }) => statement)
  const withStatement = { ...camille, statement: 'Soigner, toujours.' }

  test('is shown once an organiser has approved it; changed, it waits again', async () => {
    const { id } = await signAndConfirm(withStatement)
    expect(await wall()).toEqual([])
    await decideStatement(lea, await readNow(id), 'approved')
    expect(await wall()).toEqual(['Soigner, toujours.'])
    const session = await openOwnSignature(camille)
    await correct(camille, session, { role: 'Infirmière' })
    expect(await wall()).toEqual(['Soigner, toujours.'])
    await correct(camille, session, { statement: 'Tout autre chose.' })
    expect(await wall()).toEqual([])
    expect(await signatureOf(camille)).toMatchObject({ statementStatus: 'waiting' })
    await correct(camille, session, { statement: '' })
    expect(await signatureOf(camille)).toMatchObject({ statement: null, statementStatus: 'none' })
  })

  test('that she changed while an organiser read the old one is not approved unread', async () => {
    const { id } = await signAndConfirm(withStatement)
    const session = await openOwnSignature(camille)
    const read = await readNow(id)
    await correct(camille, session, { statement: 'Tout autre chose.' })
    expect(await decideStatement(lea, read, 'approved')).toEqual({ outcome: 'changed' })
    expect(await wall()).toEqual([])
  })

  test('refused at the moment of another correction of hers, it stays refused', async () => {
    const { id } = await signAndConfirm(withStatement)
    await decideStatement(lea, await readNow(id), 'approved')
    const session = await openOwnSignature(camille)
    const correcting = await database.$transaction(async transaction => {
      await transaction.signature.update({ where: { id }, data: { statementStatus: 'refused' } })
      const begun = correct(camille, session, { role: 'Infirmière' })
      await expect.poll(countWaiting).toBe(1)
      return { begun }
    })
    await correcting.begun
    expect(await signatureOf(camille)).toMatchObject({
      role: 'Infirmière',
      statementStatus: 'refused',
    })
  })

  test('that was refused stays refused, and with a hidden name none is shown', async () => {
    const { id } = await signAndConfirm(withStatement)
    const read = await readNow(id)
    await decideStatement(lea, read, 'refused')
    expect(await decideStatement(lea, read, 'approved')).toEqual({ outcome: 'changed' })
    expect(await wall()).toEqual([])
    const session = await openOwnSignature(camille)
    await correct(camille, session, { statement: 'Une autre.', public: '' })
    await decideStatement(lea, await readNow(id), 'approved')
    expect(await wall()).toEqual([])
    await correct(camille, session, { statement: 'Une autre.', public: 'on' })
    expect(await wall()).toEqual(['Une autre.'])
    await hideName(lea, await readNow(id))
    expect(await wall()).toEqual([])
    await removeSignature(lea, await readNow(id), IN_SILENCE)
    const decided = await decideStatement(lea, await readNow(id), 'refused')
    expect(decided).toEqual({ outcome: 'not-possible' })
  })
})

async function countWaiting() {
  const [row] = await database.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return row?.waiting
}
