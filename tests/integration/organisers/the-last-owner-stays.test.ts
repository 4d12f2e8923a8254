import { beforeEach, describe, expect, test } from 'vitest'
import { changeRole } from '#lib/organisers/people/change-role.ts'
import { removeOrganiser } from '#lib/organisers/people/remove-organiser.ts'
import { resetOrganiser } from '#lib/organisers/people/reset-organiser.ts'
import { readSession } from '#lib/organisers/sessions/read-session.ts'
import { signIn } from '#lib/organisers/sign-in/sign-in.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aBrowser, joinAsOwner, PASSWORD } from '../../support/people/organiser-joins.ts'

let browser: Headers

const join = (email: string) => joinAsOwner(email, browser)

beforeEach(async () => {
  await emptyDatabase()
  browser = aBrowser()
})

describe('people', () => {
  test('the last owner stays, and nobody changes herself', async () => {
    const { id } = await join('ana@example.org')
    const ana = { id, networkHash: '' }
    expect(await removeOrganiser(id, null)).toEqual({ outcome: 'last-owner' })
    expect(await changeRole(id, 'viewer', null)).toEqual({ outcome: 'last-owner' })
    expect(await changeRole(id, 'viewer', ana)).toEqual({ outcome: 'yourself' })
    expect(await resetOrganiser(id, ana)).toEqual({ outcome: 'yourself' })
    const idris = await join('idris@example.org')
    expect(await changeRole(idris.id, 'viewer', ana)).toEqual({ outcome: 'done' })
    expect((await readSession(idris.headers))?.organiser.role).toBe('viewer')
  })

  test('two owners who demote each other at once do not both succeed', async () => {
    const [ana, idris] = [await join('ana@example.org'), await join('idris@example.org')]
    const outcomes = await Promise.all([
      changeRole(ana.id, 'viewer', null),
      changeRole(idris.id, 'viewer', null),
    ])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'last-owner'])
  })

  test('a reset ends sessions, password and second factor at once', async () => {
    const { id, headers } = await join('ana@example.org')
    expect(await resetOrganiser(id, null)).toMatchObject({ outcome: 'reset' })
    expect(await readSession(headers)).toBeNull()
    expect(await signIn({ email: 'ana@example.org', password: PASSWORD }, browser)).toEqual({
      outcome: 'refused',
    })
  })
})
