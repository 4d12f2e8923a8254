import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { OrganiserRole } from '#lib/database/types.ts'
import { TEST_SETTINGS } from '../site/settings.ts'

const MINUTE_MS = 60_000

type SessionInTest = {
  role?: OrganiserRole
  email?: string
  /** When the second factor was shown; null: not yet. Now by default. */
  secondFactorAt?: Date | null
}

/** Runs SQL on the site's database. */
type RunSql = (sql: string, ...values: unknown[]) => Promise<unknown>

/**
 * Signs an organiser in without a page: writes the rows that signing in would leave, and resolves to
 * the value of the cookie. (The journeys about signing in go through the pages.)
 */
export async function signInByRows(
  run: RunSql,
  {
    role = 'owner',
    email = 'organiser@example.org',
    secondFactorAt = new Date(),
  }: SessionInTest = {},
) {
  const token = randomBytes(24).toString('base64url')
  await run(
    `WITH who AS (
       INSERT INTO organiser (id, email, role, has_second_factor)
       VALUES (gen_random_uuid(), $1, $2::organiser_role, true)
       ON CONFLICT (email) DO UPDATE SET role = excluded.role RETURNING id)
     INSERT INTO organiser_session (id, organiser_id, token_hash, expires_at, second_factor_at, browser)
     SELECT gen_random_uuid(), id, $3, $4::timestamptz, $5::timestamptz, 'Chrome, Linux' FROM who`,
    email,
    role,
    createHash('sha256').update(token).digest('hex'),
    new Date(Date.now() + 30 * MINUTE_MS).toISOString(),
    secondFactorAt?.toISOString() ?? null,
  )
  return encodeURIComponent(`${token}.${signatureOf(token)}`)
}

// As the authentication library signs its cookies, with the secret of lib/organisers/sign-in/auth.ts.
function signatureOf(token: string) {
  const secret = createHmac('sha256', TEST_SETTINGS.APP_SECRET)
    .update('hash:organisers:secret of the authentication library')
    .digest('base64url')
  return createHmac('sha256', secret).update(token).digest('base64')
}
