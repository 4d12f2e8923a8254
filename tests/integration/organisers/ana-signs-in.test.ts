import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { acceptLink } from '#lib/organisers/people/accept-link.ts'
import { makeOrganiserLink } from '#lib/organisers/people/organiser-link.ts'
import { FRESH_MINUTES, SESSION_LIFETIME_HOURS } from '#lib/organisers/sessions/lifetimes.ts'
import { isFresh, readSession } from '#lib/organisers/sessions/read-session.ts'
import { withCookies } from '#lib/organisers/sign-in/cookies.ts'
import { signInWithPasskey } from '#lib/organisers/sign-in/passkeys.ts'
import { countRecoveryCodes, readNewRecoveryCodes } from '#lib/organisers/sign-in/recovery-codes.ts'
import { finishSetUp } from '#lib/organisers/sign-in/set-up.ts'
import { reauthenticate, showSecondFactor } from '#lib/organisers/sign-in/show-second-factor.ts'
import { SIGN_IN_MS, signIn } from '#lib/organisers/sign-in/sign-in.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  aBrowser,
  cookiesIn,
  inviteOwner,
  joinAsOwner,
  PASSWORD,
} from '../../support/people/organiser-joins.ts'
import { readAuditEvents } from '../../support/people/organisers.ts'
import { nextTotp } from '../../support/people/totp.ts'

const MINUTE_MS = 60_000

let browser: Headers

const join = (email: string) => joinAsOwner(email, browser)

beforeEach(async () => {
  await emptyDatabase()
  browser = aBrowser()
})

describe('a link', () => {
  test.each([
    ['short', 'cheval-mer'],
    ['common', 'password1234'],
    ['common', 'ana@example.org'],
  ])('refuses a %s password and is not used up; then it works once', async (fault, password) => {
    const token = await inviteOwner('ana@example.org')
    expect(await acceptLink({ token, password }, browser)).toEqual({
      outcome: 'refused-password',
      fault,
    })
    expect(await acceptLink({ token, password: PASSWORD }, browser)).toMatchObject({
      outcome: 'accepted',
    })
    expect(await acceptLink({ token, password: PASSWORD }, browser)).toEqual({ outcome: 'unknown' })
  })

  test('for the first owner is worth nothing once there is an organiser', async () => {
    const { token } = await makeOrganiserLink(null, 30)
    await inviteOwner('ana@example.org')
    const typed = { token, email: 'idris@example.org', password: PASSWORD }
    expect(await acceptLink(typed, browser)).toEqual({ outcome: 'unknown' })
  })
})

describe('signing in', () => {
  test('opens nothing before the second factor stands', async () => {
    const accepted = await acceptLink(
      { token: await inviteOwner('ana@example.org'), password: PASSWORD },
      browser,
    )
    const session = await readSession(withCookies(browser, cookiesIn(accepted)))
    expect(session).toMatchObject({ secondFactorAt: null })
  })

  test('takes password, then a code, and no code twice', async () => {
    const { secret, code } = await join('ana@example.org')
    expect(await stepTwo(code)).toEqual({ outcome: 'wrong' })
    expect(await stepTwo(nextTotp(secret))).toMatchObject({ outcome: 'signed-in' })
  })

  test('sets up once: where a second factor stands, that step takes no code', async () => {
    const { headers, secret } = await join('ana@example.org')
    expect(await finishSetUp(nextTotp(secret), headers)).toEqual({ outcome: 'wrong' })
    expect(await readAuditEvents('second-factor-set-up')).toHaveLength(1)
  })

  test('a stranger who shows passkeys all day long is told to wait, and fills no audit log', async () => {
    for (let tries = 0; tries < 40; tries += 1) await signInWithPasskey({}, browser)
    expect((await readAuditEvents('sign-in-failed')).length).toBeLessThan(40)
  })

  test('takes a recovery code once', async () => {
    const { id, headers } = await join('ana@example.org')
    const [recoveryCode] = (await readNewRecoveryCodes(id, headers)) ?? []
    expect(await stepTwo(` ${recoveryCode?.toUpperCase()}`)).toMatchObject({ outcome: 'signed-in' })
    expect(await stepTwo(recoveryCode)).toEqual({ outcome: 'wrong' })
  })

  test('keeps recovery codes as hashes: nobody can read them again, not even the site', async () => {
    const { id, headers } = await join('ana@example.org')
    const codes = (await readNewRecoveryCodes(id, headers)) ?? []
    expect(codes).toHaveLength(10)
    const [other] = await database.organiser.findMany({ where: { id: { not: id } } })
    expect(other ?? (await readNewRecoveryCodes(id, browser))).toBeNull()
    const { recoveryCodes } = await database.organiserTotp.findFirstOrThrow()
    const kept: string[] = JSON.parse(recoveryCodes)
    expect(kept.every(hash => /^scrypt\$[\w-]{22}\$[\w-]{43}$/.test(hash))).toBe(true)
    await stepTwo(codes[3])
    const { recoveryCodes: after } = await database.organiserTotp.findFirstOrThrow()
    expect(JSON.parse(after)).toEqual(kept.filter((_, place) => place !== 3))
    expect(await countRecoveryCodes(id)).toBe(9)
  })

  test('in a browser where somebody was signed in already gives a new session and ends the old one', async () => {
    const idris = await join('idris@example.org')
    const ana = await join('ana@example.org')
    const step = await signIn({ email: 'ana@example.org', password: PASSWORD }, idris.headers)
    const withBoth = withCookies(idris.headers, cookiesIn(step))
    const done = await showSecondFactor(nextTotp(ana.secret), withBoth)
    const session = await readSession(withCookies(withBoth, cookiesIn(done)))
    expect(session?.organiser.email).toBe('ana@example.org')
    expect(await readSession(idris.headers)).toBeNull()
  })

  test('answers an unknown address as a wrong password, and no sooner', async () => {
    await join('ana@example.org')
    for (const email of ['ana@example.org', 'nobody@example.org', 'no address']) {
      const start = performance.now()
      expect(await signIn({ email, password: 'another-password' }, browser)).toEqual({
        outcome: 'refused',
      })
      expect(performance.now() - start).toBeGreaterThanOrEqual(SIGN_IN_MS)
    }
  })
})

describe('a session', () => {
  test('ends 30 minutes after its last page, and after 8 hours in any case', async () => {
    const { headers } = await join('ana@example.org')
    const start = Date.now()
    const seenAfter = (minutes: number) =>
      readSession(headers, new Date(start + minutes * MINUTE_MS))
    for (let minutes = 25; minutes < SESSION_LIFETIME_HOURS * 60; minutes += 25) {
      expect(await seenAfter(minutes)).not.toBeNull()
    }
    expect(await seenAfter(SESSION_LIFETIME_HOURS * 60 + 1)).toBeNull()
    const other = await join('idris@example.org')
    expect(await readSession(other.headers, new Date(Date.now() + 31 * MINUTE_MS))).toBeNull()
  })

  test('is kept as a hash: what a thief finds in the database is no cookie', async () => {
    const { headers } = await join('ana@example.org')
    const token = decodeURIComponent(headers.get('cookie') ?? '')
      .split('organiser=')[1]
      ?.split('.')[0]
    const stored = JSON.stringify(await database.organiserSession.findMany())
    expect(token).toHaveLength(32)
    expect(stored).not.toContain(token)
  })

  test('is fresh for ten minutes, and again after a code', async () => {
    const { headers, secret } = await join('ana@example.org')
    const later = new Date(Date.now() + FRESH_MINUTES * MINUTE_MS + 1)
    const session = await readSession(headers, later)
    if (!session) throw new Error('The session is gone.')
    expect(isFresh(session, later)).toBe(false)
    expect(await reauthenticate('000000', session, headers, later)).toEqual({
      outcome: 'wrong',
    })
    const shown = await reauthenticate(nextTotp(secret), session, headers, later)
    expect(shown).toMatchObject({ outcome: 'fresh' })
    expect(await readSession(headers)).toBeNull()
    const renewed = withCookies(headers, cookiesIn(shown))
    expect(await readSession(renewed)).toMatchObject({ id: session.id, secondFactorAt: later })
  })
})

async function stepTwo(code: unknown) {
  const step = await signIn({ email: 'ana@example.org', password: PASSWORD }, browser)
  return showSecondFactor(code, withCookies(browser, cookiesIn(step)))
}
