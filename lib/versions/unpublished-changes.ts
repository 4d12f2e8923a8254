import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { languages } from '#lib/content/languages.ts'
import { letterFile, readSignedText } from '#lib/content/letter.ts'
import { letterVersion, type SignedText } from '#lib/content/letter-version.ts'
import { latestVersion, type PublishedVersion } from './history.ts'

/** A text of content/letter that is not the one published last in its language. */
export type UnpublishedText = {
  language: string
  /** Where it is, such as content/letter/fr.md. */
  file: string
  text: SignedText
  version: string
  /** What was published last; undefined for a language that is new. */
  published: PublishedVersion | undefined
}

/**
 * Compares content/letter with what was published.
 * @throws ContentError when a letter cannot be read.
 */
export function unpublishedTexts(
  history: PublishedVersion[],
  root = PROJECT_FOLDER,
): UnpublishedText[] {
  return languages(root)
    .map(language => {
      const text = readSignedText(language, root)
      const published = latestVersion(history, language)
      return { language, file: letterFile(language), text, version: letterVersion(text), published }
    })
    .filter(({ version, published }) => version !== published?.version)
}
