import { readSettings } from './campaign-settings.ts'
import { ContentError, type ContentMistake } from './content-error.ts'
import { namesIn, PROJECT_FOLDER } from './content-file.ts'
import type { FaultCode } from './faults.ts'
import { memoize } from './memoize.ts'

// BCP 47 also admits names of up to eight letters, which nobody means: "francais", "deutsch".
const CODE_OF_LANGUAGE = /^[a-z]{2,3}(-|$)/

const CAMPAIGN = 'content/campaign.yaml'

/** Where the languages are named that are offered. */
const OFFER = ['languages']

/**
 * The languages of the site: one for each locales/<language>.json (BCP 47), or those of them that content/campaign.yaml
 * names; authoritative first.
 * @throws ContentError when a language has no file, or a file's name is no language.
 */
export function languages(root = PROJECT_FOLDER): string[] {
  return memoize(root, 'locales', () => findLanguages(root))
}

function findLanguages(root: string) {
  const { authoritativeLanguage, languages: offered } = readSettings(root)
  const found = translatedLanguages(root)
  const mistakes = found
    .filter(code => !isLanguage(code))
    .map(code => about(`locales/${code}.json`, 'not-a-language', code))
  if (!found.includes(authoritativeLanguage)) {
    const file = `locales/${authoritativeLanguage}.json`
    mistakes.push(about(file, 'no-words-of-decisive', authoritativeLanguage))
  }
  mistakes.push(...mistakesOfOffer(found, authoritativeLanguage, offered))
  if (mistakes.length > 0) throw new ContentError(mistakes)
  const others = found.filter(code => offered?.includes(code) ?? true)
  return [authoritativeLanguage, ...others.filter(code => code !== authoritativeLanguage)]
}

/** The languages that the interface has words in, offered or not. */
export function translatedLanguages(root = PROJECT_FOLDER): string[] {
  return namesIn(root, 'locales')
    .filter(name => name.endsWith('.json'))
    .map(name => name.replace(/\.json$/, ''))
}

function mistakesOfOffer(found: string[], authoritative: string, offered = found) {
  const unknown = offered.filter(code => !found.includes(code))
  const mistakes = unknown.map(code => about(CAMPAIGN, 'no-words', code, OFFER))
  if (found.includes(authoritative) && !offered.includes(authoritative)) {
    mistakes.push(about(CAMPAIGN, 'decisive-not-offered', authoritative, OFFER))
  }
  return mistakes
}

function about(file: string, code: FaultCode, language: string, place?: string[]): ContentMistake {
  return { file, code, values: { language }, ...(place && { place }) }
}

function isLanguage(code: string) {
  try {
    return CODE_OF_LANGUAGE.test(code) && Intl.getCanonicalLocales(code)[0] === code
  } catch {
    return false
  }
}
