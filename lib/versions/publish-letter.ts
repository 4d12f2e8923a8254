import { type Actor, recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { whileNobodyPublishes } from './ensure-published.ts'
import { readHistory } from './history.ts'
import { type UnpublishedText, unpublishedTexts } from './unpublished-changes.ts'

/** correction: signatures carry over. material: they stay with the version they were given to. */
export const LEVELS = ['correction', 'material'] as const

export type Level = (typeof LEVELS)[number]

export type PublishLetterOutcome =
  | { outcome: 'published'; texts: UnpublishedText[] }
  | { outcome: 'nothing-changed' }

/**
 * Publishes the texts of content/letter that changed, in the languages that `levels` names; a new
 * language becomes a first version. Two who publish at once publish one version.
 * @param by who says so in the console; null for the command
 * @throws ContentError when a letter cannot be read.
 */
export async function publishLetter(
  levels: Partial<Record<string, Level>>,
  root = PROJECT_FOLDER,
  now = new Date(),
  by: Actor | null = null,
): Promise<PublishLetterOutcome> {
  return whileNobodyPublishes(async transaction => {
    const published: UnpublishedText[] = []
    for (const changed of unpublishedTexts(await readHistory(transaction), root)) {
      const { language, text, version } = changed
      const level = changed.published ? levels[language] : 'first'
      if (!level) continue
      await transaction.letterVersion.create({
        data: { ...text, language, version, level, publishedAt: now },
      })
      await recordAuditEvent(
        {
          by,
          kind: 'letter-published',
          subject: version,
          details: { from: by ? 'console' : 'command', language, level },
        },
        transaction,
      )
      published.push(changed)
    }
    return published.length > 0
      ? { outcome: 'published', texts: published }
      : { outcome: 'nothing-changed' }
  })
}
