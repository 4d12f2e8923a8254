import { ContentError, type ContentMistake } from '#lib/content/content-error.ts'
import { type FirstSignatory, readFirstSignatories } from '#lib/content/first-signatories.ts'
import { type Letter, readLetter } from '#lib/content/letter.ts'
import { CAMPAIGN_FOLDERS, readCampaignFiles, withCandidate } from '#lib/text/campaign-files.ts'
import { type ChangedText, withChanges } from './check-as-it-would-be.ts'

export type LetterPreview =
  | { outcome: 'readable'; letter: Letter; people: FirstSignatory[] }
  | { outcome: 'mistaken'; mistakes: ContentMistake[] }

/**
 * The letter in one language as its files have it now, whether readers see it already or not.
 * @param typed files that were typed and are not saved, which stand in for those on the disk
 */
export function previewLetter(
  language: string,
  typed: ChangedText[] = [],
  folders = CAMPAIGN_FOLDERS,
): Promise<LetterPreview> {
  return withCandidate(withChanges(readCampaignFiles(folders), typed), async root => {
    try {
      const [letter, people] = [readLetter(language, root), readFirstSignatories(language, root)]
      return { outcome: 'readable', letter, people }
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      return { outcome: 'mistaken', mistakes: error.mistakes }
    }
  })
}
