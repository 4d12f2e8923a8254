import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { reportName } from '#lib/signatures/trust/report-name.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

/** More than any limit lets one network do in an hour. */
const FAR_TOO_OFTEN = 300

beforeEach(emptyDatabase)

/** What came of sending the same thing again and again. */
async function outcomesOf(send: () => Promise<{ outcome: string }>) {
  const outcomes: string[] = []
  for (let times = 0; times < FAR_TOO_OFTEN; times += 1) outcomes.push((await send()).outcome)
  return outcomes
}

describe('Idris sends forms that are refused, one after the other', () => {
  test('of the letter: after as many as he could sign with, he is told to wait', async () => {
    const outcomes = await outcomesOf(() => submitSignature({ name: '=1' }, '192.0.2.10'))
    expect(outcomes[0]).toBe('invalid')
    expect(outcomes.at(-1)).toBe('too-many')
    const good = { name: 'Idris Diallo', email: 'idris@example.org', consent: true }
    expect(await submitSignature(good, '192.0.2.10')).toMatchObject({ outcome: 'too-many' })
    expect(await database.signature.count()).toBe(0)
  })

  test('Camille, on another network, signs meanwhile', async () => {
    await outcomesOf(() => submitSignature({ name: '=1' }, '192.0.2.11'))
    const good = { name: 'Camille Roux', email: 'camille@example.org', consent: true }
    expect(await submitSignature(good, '198.51.100.12')).toMatchObject({ outcome: 'accepted' })
  })

  test('of reports', async () => {
    const outcomes = await outcomesOf(() => reportName({ id: 'x', reason: 'x' }, '192.0.2.13'))
    expect(outcomes[0]).toBe('invalid')
    expect(outcomes.at(-1)).toBe('too-many')
  })
})
