import type { Organiser } from '#lib/access/organiser.ts'
import { ContentError } from '#lib/content/content-error.ts'
import { CAMPAIGN_FOLDERS, readCampaignFiles, withCandidate } from '#lib/text/campaign-files.ts'
import { checkContent } from '#lib/versions/check-content.ts'
import { hasSignatures } from '#lib/versions/ensure-published.ts'
import { readHistory } from '#lib/versions/history.ts'
import { type Level, publishLetter } from '#lib/versions/publish-letter.ts'
import { type UnpublishedText, unpublishedTexts } from '#lib/versions/unpublished-changes.ts'

/** A text of the letter that waits, and the published one that readers see. */
export type WaitingText = UnpublishedText & {
  published: NonNullable<UnpublishedText['published']>
}

export type PublishChangedLetterOutcome =
  | { outcome: 'published' | 'nothing-changed' }
  /** A file is no longer the text whose difference was shown. */
  | { outcome: 'changed' }
  /** Nobody has said yet of a text what its change is. */
  | { outcome: 'undecided' }
  /** The checks of the start find a mistake in content/. */
  | { outcome: 'unsound' }

/** The changed texts of the letter that wait for somebody to say what the change is; none while nobody has signed. */
export async function readWaitingLetter(folders = CAMPAIGN_FOLDERS): Promise<WaitingText[]> {
  if (!(await hasSignatures())) return []
  const history = await readHistory()
  return withCandidate(readCampaignFiles(folders), async root => {
    try {
      return unpublishedTexts(history, root).filter(isWaiting)
    } catch (error) {
      if (error instanceof ContentError) return []
      throw error
    }
  })
}

/**
 * Publishes the letter as its files have it, as a correction or a material change, language by language. Those who are
 * to be asked whether their signature goes with a material change are asked by the worker.
 * @param decided by language: what the change is, and the version whose difference was shown
 */
export async function publishChangedLetter(
  organiser: Organiser,
  decided: Record<string, { level: Level | undefined; version: string }>,
  folders = CAMPAIGN_FOLDERS,
  now = new Date(),
): Promise<PublishChangedLetterOutcome> {
  const history = await readHistory()
  return withCandidate(readCampaignFiles(folders), async root => {
    try {
      checkContent(root)
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      return { outcome: 'unsound' }
    }
    const waiting = unpublishedTexts(history, root).filter(isWaiting)
    if (waiting.some(({ language, version }) => decided[language]?.version !== version)) {
      return { outcome: 'changed' }
    }
    if (waiting.some(({ language }) => !decided[language]?.level)) return { outcome: 'undecided' }
    const levels = Object.entries(decided).map(([language, { level }]) => [language, level])
    const { outcome } = await publishLetter(Object.fromEntries(levels), root, now, organiser)
    return { outcome }
  })
}

function isWaiting(text: UnpublishedText): text is WaitingText {
  return text.published !== undefined
}
