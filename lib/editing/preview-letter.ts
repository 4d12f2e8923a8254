import { ContentError, type ContentMistake } from '#lib/content/content-error.ts'
import { type FirstSignatory, readFirstSignatories } from '#lib/content/first-signatories.ts'
import { type Letter, readLetter } from '#lib/content/letter.ts'
import { readCampaignFiles, withCandidate } from '#lib/text/campaign-files.ts'

export type LetterPreview =
  | { outcome: 'readable'; letter: Letter; people: FirstSignatory[] }
  | { outcome: 'mistaken'; mistakes: ContentMistake[] }

/** The letter in one language as its files have it now, whether readers see it already or not. */
export function previewLetter(language: string): Promise<LetterPreview> {
  return withCandidate(readCampaignFiles(), async root => {
    try {
      const [letter, people] = [readLetter(language, root), readFirstSignatories(language, root)]
      return { outcome: 'readable', letter, people }
    } catch (error) {
      if (error instanceof ContentError) return { outcome: 'mistaken', mistakes: error.mistakes }
      throw error
    }
  })
}
