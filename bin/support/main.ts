import type { env } from '#lib/env.ts'

/**
 * Runs a command with the checked environment. What goes wrong is one sentence on the terminal, and
 * exit code 1.
 */
export async function main(command: (settings: typeof env) => Promise<void>) {
  try {
    const { env } = await import('#lib/env.ts')
    await command(env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
