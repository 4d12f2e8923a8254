import { ContentError, type ContentMistake, sentenceOf } from '#lib/content/content-error.ts'
import {
  asCampaign,
  CAMPAIGN_FOLDERS,
  type CampaignFiles,
  readCampaignFiles,
  withCandidate,
} from '#lib/text/campaign-files.ts'
import { checkContent } from '#lib/versions/check-content.ts'

/** A file as it would be; null where it is deleted. */
export type ChangedText = { path: string; text: string | null }

/**
 * Runs the checks of the start on all of content/ as it would be. What was wrong before, in files that are not changed,
 * does not count: somebody must be able to mend one mistake after the other.
 */
export async function checkAsItWouldBe(
  now: CampaignFiles,
  changes: ChangedText[],
): Promise<ContentMistake[]> {
  const found = await mistakesIn(withChanges(now, changes))
  if (found.length === 0) return []
  const before = new Set((await mistakesIn(now)).map(sentenceOf))
  const changed = new Set(changes.map(({ path }) => path))
  return found.filter(
    mistake => !before.has(sentenceOf(mistake)) || changed.has(pathOf(mistake.file)),
  )
}

/** What the checks would say of changes that are looked at and not written yet. */
export function foreseeMistakes(changes: ChangedText[], folders = CAMPAIGN_FOLDERS) {
  return checkAsItWouldBe(readCampaignFiles(folders), changes)
}

/** What the checks say of the files as they are. */
export function currentMistakes(folders = CAMPAIGN_FOLDERS): Promise<ContentMistake[]> {
  return mistakesIn(readCampaignFiles(folders))
}

/** All of content/ and locales/ with some files changed. */
export function withChanges({ texts }: CampaignFiles, changes: ChangedText[]): CampaignFiles {
  const changed = new Map(texts)
  for (const { path, text } of changes) {
    if (text === null) changed.delete(`content/${path}`)
    else changed.set(`content/${path}`, text)
  }
  return asCampaign(changed)
}

function mistakesIn(files: CampaignFiles): Promise<ContentMistake[]> {
  return withCandidate(files, async root => {
    try {
      checkContent(root)
      return []
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      return error.mistakes
    }
  })
}

/** Below content/, such as letter/fr.md; that of another file as a whole, such as locales/fr.json. */
export function pathOf(file: string) {
  return file.replace(/^content\//, '')
}
