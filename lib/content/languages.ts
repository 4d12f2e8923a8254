import { readSettings } from './campaign-settings.ts'
import { ContentError } from './content-error.ts'
import { namesIn, PROJECT_FOLDER } from './content-file.ts'
import { memoize } from './memoize.ts'

// BCP 47 also admits names of up to eight letters, which nobody means: "francais", "deutsch".
const CODE_OF_LANGUAGE = /^[a-z]{2,3}(-|$)/

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
    .map(code => `locales/${code}.json: ${code} is not a language code such as en or pt-BR.`)
  if (!found.includes(authoritativeLanguage)) {
    mistakes.push(
      `locales/${authoritativeLanguage}.json is missing: content/campaign.yaml says ` +
        `that ${authoritativeLanguage} is the authoritative language.`,
    )
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
  const mistakes = unknown.map(
    code => `content/campaign.yaml: languages holds ${code}, and locales/${code}.json is missing.`,
  )
  if (found.includes(authoritative) && !offered.includes(authoritative)) {
    mistakes.push(
      `content/campaign.yaml: languages must hold ${authoritative}, whose text decides.`,
    )
  }
  return mistakes
}

function isLanguage(code: string) {
  try {
    return CODE_OF_LANGUAGE.test(code) && Intl.getCanonicalLocales(code)[0] === code
  } catch {
    return false
  }
}
