import { type ParseArgsConfig, parseArgs } from 'node:util'

/** A command that was typed wrongly: a sentence, and how it is used. bin/support/main.ts exits with 2. */
export class WrongUse extends Error {
  constructor(sentence: string, usage: string) {
    super(`${sentence}\n\n${usage}`)
  }
}

/**
 * What was typed after a command's name; `--help` prints how it is used and ends the process.
 * @throws WrongUse for options that the command does not have.
 */
export function typedOptions<const T extends ParseArgsConfig>(usage: string, config: T) {
  if (process.argv.includes('--help')) {
    console.log(usage)
    process.exit()
  }
  try {
    return parseArgs(config)
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/\n|\. /)
    throw new WrongUse(`${sentence.replace(/\.$/, '')}.`, usage)
  }
}
