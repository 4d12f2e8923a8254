import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { readCampaignFiles, withCandidate } from '#lib/text/campaign-files.ts'

/**
 * Answers from the content as it is written, which the site serves seconds later: who has just saved sees her tick. While
 * somebody edits it by hand, and a file holds a mistake or is not there, from what is served.
 */
export async function fromWrittenContent<T>(answer: (root: string) => T): Promise<T> {
  try {
    return await withCandidate(readCampaignFiles(), async root => answer(root))
  } catch {
    return answer(PROJECT_FOLDER)
  }
}
