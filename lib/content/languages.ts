import { readSettings } from './campaign-settings.ts'
import { ContentError } from './content-error.ts'
import { namesIn, PROJECT_FOLDER } from './content-file.ts'
import { memoize } from './memoize.ts'

// BCP 47 also admits names of up to eight letters, which nobody means: "francais", "deutsch".
const CODE_OF_LANGUAGE = /^[a-z]{2,3}(-|$)/

/**
 * The languages of the site: one for each locales/<language>.json (BCP 47), authoritative first.
 * @throws ContentError when the authoritative language has no file, or a file's name is no language.
 */
export function languages(root = PROJECT_FOLDER): string[] {
  return memoize(root, 'locales', () => findLanguages(root))
}

function findLanguages(root: string) {
  const { authoritativeLanguage } = readSettings(root)
  const found = namesIn(root, 'locales')
    .filter(name => name.endsWith('.json'))
    .map(name => name.replace(/\.json$/, ''))
  const mistakes = found
    .filter(code => !isLanguage(code))
    .map(code => `locales/${code}.json: ${code} is not a language code such as en or pt-BR.`)
  if (!found.includes(authoritativeLanguage)) {
    mistakes.push(
      `locales/${authoritativeLanguage}.json is missing: content/campaign.yaml says ` +
        `that ${authoritativeLanguage} is the authoritative language.`,
    )
  }
  if (mistakes.length > 0) throw new ContentError(mistakes)
  return [authoritativeLanguage, ...found.filter(code => code !== authoritativeLanguage)]
}

function isLanguage(code: string) {
  try {
    return CODE_OF_LANGUAGE.test(code) && Intl.getCanonicalLocales(code)[0] === code
  } catch {
    return false
  }
}
