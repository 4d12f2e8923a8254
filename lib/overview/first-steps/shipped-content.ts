import { createHash } from 'node:crypto'
import { readCampaign } from '#lib/content/campaign.ts'
import { readSettings } from '#lib/content/campaign-settings.ts'
import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readWatchList } from '#lib/content/watch-list.ts'

/** Steps whose content may stay as it ships, if owners say so. */
export type DefaultStep = keyof typeof CONTENT

/** What the content says that a step is about. */
const CONTENT = {
  letter: (root: string) => inEachLanguage(root, language => readLetter(language, root).version),
  languages: (root: string) => [...languages(root)],
  look: (root: string) => readSettings(root).look,
  firstSignatories: (root: string) =>
    inEachLanguage(root, language => readFirstSignatories(language, root)),
  categories: (root: string) => [
    inEachLanguage(root, language => readCampaign(language, root).categories),
    readWatchList(root),
  ],
} as const

/** The same of the content that ships; a test keeps it true. */
export const SHIPPED: Record<DefaultStep, string> = {
  letter: 'adcd332593ca5dd8',
  languages: '371b23c6cd6e313c',
  look: '66a3b7503f71157e',
  firstSignatories: '5fd25d202f7f7234',
  categories: '236c4b4962c185d6',
}

/** A short digest of what the content says for a step: the same as long as nothing of it changes. */
export function digestOfStep(step: DefaultStep, root = PROJECT_FOLDER): string {
  const said = JSON.stringify(CONTENT[step](root))
  return createHash('sha256').update(said).digest('hex').slice(0, DIGEST_DIGITS)
}

export function isDefaultStep(name: string): name is DefaultStep {
  return Object.hasOwn(CONTENT, name)
}

const DIGEST_DIGITS = 16

/** The authoritative language first or not: the order of the languages says nothing of the content. */
function inEachLanguage<T>(root: string, read: (language: string) => T) {
  return [...languages(root)].sort().map(language => [language, read(language)])
}
