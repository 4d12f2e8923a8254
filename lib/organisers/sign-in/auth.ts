import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { env } from '#lib/env/env.ts'
import { currentKey } from '#lib/security/keys.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { SESSION_IDLE_MINUTES, SESSION_LIFETIME_HOURS } from '../sessions/lifetimes.ts'
import { newRecoveryCodes } from './codes.ts'
import { LIBRARY_COLUMNS } from './columns.ts'
import { COOKIES } from './cookies.ts'
import { withHashedTokens } from './hashed-tokens.ts'
import { librarySecrets } from './library-secrets.ts'
import { refuseWithoutVerification } from './passkey-verification.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules.ts'
import { HASHED_RECOVERY_CODES } from './recovery-code-hashes.ts'
import { describeSession } from './session-description.ts'

/** Minutes between password and code. */
const SIGN_IN_STEP_MINUTES = 10

const made = new Map<string, ReturnType<typeof makeAuth>>()

/**
 * The authentication library, set up for organisers. It serves no route of its own: pages and actions call it
 * through the use cases of lib/organisers. Made when first needed: a build has no secret.
 * @throws Error when APP_SECRET is not set
 */
export function auth() {
  const { id } = currentKey()
  const known = made.get(id) ?? makeAuth()
  made.set(id, known)
  return known
}

function makeAuth() {
  const { user, session, account, verification, totp, passkeys } = LIBRARY_COLUMNS
  return betterAuth({
    appName: new URL(env.SITE_URL).host,
    baseURL: env.SITE_URL,
    ...librarySecrets(),
    database: withHashedTokens(prismaAdapter(database, { provider: 'postgresql' })),
    telemetry: { enabled: false },
    // The library's logger is off, because it would log addresses.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: false },
      ipAddress: { disableIpTracking: true },
      ...COOKIES,
    },
    user,
    account,
    verification: { ...verification, storeIdentifier: 'hashed' },
    session: {
      ...session,
      // The cookie's; the row ends sooner, and moves on with every page (sessions/read-session.ts).
      expiresIn: SESSION_LIFETIME_HOURS * 60 * 60,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    databaseHooks: {
      session: {
        create: {
          before: async (row, context) => ({
            data: {
              ...row,
              ...describeSession(context?.path, context?.headers),
              expiresAt: new Date(sharedNow().getTime() + SESSION_IDLE_MINUTES * MINUTE_MS),
            },
          }),
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    plugins: [
      twoFactor({
        schema: totp,
        backupCodeOptions: {
          customBackupCodesGenerate: newRecoveryCodes,
          storeBackupCodes: HASHED_RECOVERY_CODES,
        },
        twoFactorCookieMaxAge: SIGN_IN_STEP_MINUTES * 60,
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
      }),
      passkey({
        schema: passkeys,
        rpName: new URL(env.SITE_URL).host,
        origin: env.SITE_URL,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        ...refuseWithoutVerification,
      }),
    ],
  })
}
