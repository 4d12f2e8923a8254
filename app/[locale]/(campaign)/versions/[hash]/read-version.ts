import { cache } from 'react'
import { languages } from '#lib/content/languages.ts'
import { readLetter, readSignedText } from '#lib/content/letter.ts'
import { findVersion, type PublishedVersion, readHistory } from '#lib/versions/history.ts'

/** A version, with every publication, oldest first, as far as the database can tell now. */
export type FoundVersion = {
  version: Omit<PublishedVersion, 'publishedAt'> & { publishedAt?: Date }
  history: PublishedVersion[]
}

/**
 * The version that a hash stands for. The letter as it stands is found without a database too.
 * @returns null for a version that was never published; 'unavailable' when that cannot be known now.
 */
export const readVersion = cache(
  async (hash: string): Promise<FoundVersion | 'unavailable' | null> => {
    const history = await readHistory().catch(() => null)
    const version = findVersion(history ?? [], hash) ?? findVersion(lettersOfToday(), hash)
    if (version) return { version, history: history ?? [] }
    return history ? null : 'unavailable'
  },
)

function lettersOfToday() {
  return languages().map(language => ({
    ...readSignedText(language),
    id: language,
    language,
    version: readLetter(language).version,
    level: 'first' as const,
  }))
}
