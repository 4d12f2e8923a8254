import './env-file.js'
import { applyMigrations } from '#lib/database/migrations.ts'
import type { env as environment } from '#lib/env/env.ts'
import { keyIdOf } from '#lib/security/keys.ts'
import { checkContent } from '#lib/versions/check-content.ts'
import { givenSecrets, secretsFor } from './app-secrets.ts'
import { buildIfChanged, generateClientIfChanged } from './build.ts'
import { main } from './main.ts'
import { reencrypt } from './reencrypt.ts'
import { say } from './say.ts'
import { stopSignal } from './stop-signal.ts'

// What a start needs before its site runs (prepare-site.ts): a process of its own, whose memory ends with it.
const [mode] = process.argv.slice(2)
const signal = stopSignal()

/** More names than these say less than their number. */
const MOST_NAMED = 3

await main(async env => {
  checkContent()
  const { DATABASE_URL = '', DATABASE_MIGRATION_URL = '' } = env
  const applied = await applyMigrations(DATABASE_MIGRATION_URL, DATABASE_URL)
  if (applied.length > 0) await say(`Database: applied ${numbered(applied)}.`)
  if (mode === 'development') await generateClientIfChanged(signal)
  else await buildIfChanged(signal)
  if (mode === 'beside') return void process.send?.({ secrets: {}, keyId: '' })
  const secrets = await openKeyRing(env, DATABASE_MIGRATION_URL, DATABASE_URL)
  process.send?.({ secrets, keyId: keyIdOf(secrets.APP_SECRET) })
})
process.disconnect?.()

/**
 * The secrets that the site works under. One that the command changed while the site ran is finished
 * here; those of the environment may be under other instances still, which must not be outrun.
 */
async function openKeyRing(env: typeof environment, url: string, applicationUrl: string) {
  const secrets = await secretsFor(url, givenSecrets(env))
  if (!env.APP_SECRET && secrets.APP_SECRET_PREVIOUS) {
    await reencrypt({ ...secrets, DATABASE_URL: applicationUrl })
  }
  return secrets
}

/** The names of a few migrations; how many there are, and the last of them, at a first start. */
function numbered(names: string[]) {
  if (names.length <= MOST_NAMED) return names.join(', ')
  return `${names.length} migrations, the last of them ${names.at(-1)}`
}
