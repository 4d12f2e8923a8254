/** Runs a command: what goes wrong is one sentence on the terminal and exit code 1. */
export async function main(command: () => Promise<void>) {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
