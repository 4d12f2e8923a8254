import type { PublishedVersion } from './history.ts'

/** What history says of a publication, without its text. */
export type Publication = Pick<
  PublishedVersion,
  'id' | 'language' | 'version' | 'level' | 'publishedAt'
>

/** One letter in substance, in one language: the versions that corrections alone tie together. */
export type Wording = {
  language: string
  /** Hashes of its versions. */
  versions: Set<string>
  /** When the first of them was published. */
  since: Date
  /** The publication that made it the letter's text, for the last time if it did so twice. */
  madeBy: string
  /** Whether it is the letter's text in its language now. */
  isCurrent: boolean
}

/**
 * The wordings of the letter in every language, oldest first. A text that is published again is the
 * wording that it was: who signed it then has signed what stands now.
 * @param history publications, oldest first.
 */
export function wordings(history: Publication[]): Wording[] {
  const languages = [...new Set(history.map(({ language }) => language))]
  return languages.flatMap(language => {
    const ofLanguage = history.filter(publication => publication.language === language)
    return wordingsOf(ofLanguage)
  })
}

/** The wording that a version belongs to; undefined for a version that was never published. */
export function wordingOf(version: string, known: Wording[]) {
  return known.find(({ versions }) => versions.has(version))
}

function wordingsOf(publications: Publication[]) {
  let found: Wording[] = []
  let current: Wording | undefined
  for (const publication of publications) {
    const next = join(found, publication, publication.level === 'correction' ? current : undefined)
    found = [...found.filter(({ versions }) => !isWithin(versions, next.versions)), next]
    current = next
  }
  return found.map(wording => ({ ...wording, isCurrent: wording === current }))
}

/** The wording that a publication makes, or makes larger: that of its own text, and of the one it corrects. */
function join(found: Wording[], publication: Publication, corrected: Wording | undefined): Wording {
  const { id, language, version, publishedAt } = publication
  const tied = found.filter(wording => wording === corrected || wording.versions.has(version))
  return {
    language,
    versions: new Set([...tied.flatMap(({ versions }) => [...versions]), version]),
    since: tied[0]?.since ?? publishedAt,
    madeBy: corrected?.madeBy ?? id,
    isCurrent: false,
  }
}

function isWithin(some: Set<string>, all: Set<string>) {
  return [...some].every(version => all.has(version))
}
