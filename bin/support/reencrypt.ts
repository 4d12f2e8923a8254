import { join } from 'node:path'
import { checkout } from './checkout.js'
import { run } from './run.js'

/**
 * Re-encrypts what the database keeps under earlier secrets, in a process that has the key ring.
 * @param settings its variables: the secrets and DATABASE_URL
 * @throws Error when it does not end well; its own sentence stands above
 */
export async function reencrypt(settings: Record<string, string>) {
  const code = await run(process.execPath, [join(checkout, 'bin', 'reencrypt.ts')], {
    env: { ...process.env, ...settings },
  })
  if (code !== 0) {
    throw new Error(
      'Not everything could be encrypted anew. Nothing is lost: the secret of before still opens it. ' +
        'Type npm run secret -- rotate again.',
    )
  }
}
