import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Shortest password, in characters. */
export const SHORTEST_PASSWORD = 12

/** Longest password, in characters: hashing takes time. */
export const LONGEST_PASSWORD = 128

/** Estimated guesses, as a power of ten, below which a password is too easy: zxcvbn's highest score begins here. */
const EASY_BELOW = 10

/** Fault of a password. */
export type PasswordFault = 'short' | 'long' | 'common' | 'easy'

/**
 * Looks at a new password as NIST SP 800-63B (section 3.1.1.2) asks: long enough, none of the known
 * leaked and common ones, not guessed quickly from them, from the words and names of English and French,
 * or from `about` (OWASP ASVS 5.0, 6.2.11). No rule about kinds of characters, no request to anywhere:
 * the lists ship with the site.
 */
export async function findPasswordFault(
  password: string,
  about: string[],
): Promise<PasswordFault | null> {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return 'short'
  if (password.length > LONGEST_PASSWORD) return 'long'
  const { guessesLog10, sequence } = (await strengthMeter()).check(password, about)
  if (guessesLog10 >= EASY_BELOW) return null
  return sequence.some(({ pattern }) => pattern === 'dictionary') ? 'common' : 'easy'
}

let meter: ZxcvbnFactory | undefined

// Loaded when first needed: the lists are large. Near misses of words are not looked for: with these
// lists that would keep the process busy for seconds.
async function strengthMeter() {
  if (meter) return meter
  const [{ ZxcvbnFactory }, common, english, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ])
  const dictionary = { ...common.dictionary, ...english.dictionary, ...french.dictionary }
  meter = new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs })
  return meter
}
