import type { env } from '#lib/env/env.ts'
import { WrongUse } from './command-line.ts'

const EXIT_WRONG_USE = 2

/**
 * Runs a command with the checked environment. What goes wrong is one sentence on the terminal, and
 * exit code 1; or 2, with its usage, where it was typed wrongly.
 */
export async function main(command: (settings: typeof env) => Promise<void>) {
  try {
    const { env } = await import('#lib/env/env.ts')
    await command(env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = error instanceof WrongUse ? EXIT_WRONG_USE : 1
  }
}
