import { languages } from '#lib/content/languages.ts'
import { type FieldMistake, type Fields, type Part, plainPart, type Setting } from './part.ts'

/** What the law asks (lib/content/legal.ts), in the order of the form. */
export const LEGAL_FIELDS = [
  'address',
  'publisher',
  'dataProtectionOfficer',
  'representative',
  'host',
  'mailProvider',
] as const

/** Who you are: the same in every language, and said in each. */
export function identityPart(): Part {
  const path = 'campaign.yaml'
  const part = plainPart([
    { field: 'contactEmail', path, at: ['contactEmail'] },
    { field: 'securityContact', path, at: ['securityContact'], empty: 'absent' },
    { field: 'timeZone', path, at: ['timeZone'] },
    ...languages().flatMap(inLanguage),
  ])
  return { ...part, check: typed => LEGAL_FIELDS.flatMap(name => saidInSome(typed, name)) }
}

/** A line of the legal notice stands in every language or in none: pages are parallel. */
function saidInSome(typed: Fields, name: string): FieldMistake[] {
  const fields = languages().map(language => `${name}-${language}`)
  const empty = fields.filter(field => !typed[field]?.trim())
  if (empty.length === 0 || empty.length === fields.length) return []
  return empty.map(field => ({ field, fault: { code: 'every-language' } }))
}

function inLanguage(language: string): Setting[] {
  const path = `campaign/${language}.yaml`
  return [
    { field: `organisation-${language}`, path, at: ['organisation'] },
    ...LEGAL_FIELDS.map(
      (name): Setting => ({
        field: `${name}-${language}`,
        path,
        at: ['legal', name],
        empty: 'null',
      }),
    ),
  ]
}
