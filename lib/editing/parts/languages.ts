import { translatedLanguages } from '#lib/content/languages.ts'
import { type FieldMistake, type Fields, type Part, valueAt } from './part.ts'

const CAMPAIGN = 'campaign.yaml'

/** Which languages are offered, and which one decides. */
export function languagesPart(): Part {
  const known = translatedLanguages()
  return {
    paths: [CAMPAIGN],
    read: held => {
      const offered = valueAt(held[CAMPAIGN], ['languages'])
      const isOffered = (code: string) => !Array.isArray(offered) || offered.includes(code)
      return {
        authoritativeLanguage: String(valueAt(held[CAMPAIGN], ['authoritativeLanguage']) ?? ''),
        ...Object.fromEntries(
          known.map(code => [`language-${code}`, isOffered(code) ? 'yes' : 'no']),
        ),
      }
    },
    edits: (typed, held) => {
      const offered = known.filter(code => typed[`language-${code}`] === 'yes')
      const areAll = offered.length === known.length
      const wasSaid = valueAt(held[CAMPAIGN], ['languages']) !== undefined
      return {
        [CAMPAIGN]: [
          { at: ['authoritativeLanguage'], value: typed.authoritativeLanguage ?? '' },
          ...(areAll && !wasSaid
            ? []
            : [{ at: ['languages'], value: areAll ? undefined : offered }]),
        ],
      }
    },
    fieldOf: () => null,
    check: decidesAndIsOffered,
  }
}

function decidesAndIsOffered(typed: Fields): FieldMistake[] {
  const field = 'authoritativeLanguage'
  if (!typed[field]) return [{ field, fault: { code: 'empty' } }]
  return typed[`language-${typed[field]}`] === 'yes'
    ? []
    : [{ field, fault: { code: 'not-offered' } }]
}
