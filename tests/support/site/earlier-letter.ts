import { readSignedText } from '#lib/content/letter.ts'
import { letterVersion } from '#lib/content/letter-version.ts'
import type { Language } from '../pages/journey.ts'
import type { Site } from './browser-site.ts'

const BEFORE_ALL_OTHERS = '00000000-0000-7000-8000-000000000000'

/** A paragraph that stood in the letter once. */
export const EARLIER_WORDS = 'What the letter said before.'

/**
 * Lets the letter of a language have said something else in substance before, while `work` goes on.
 * @param work gets the hash of the earlier version
 */
export async function withEarlierLetter(
  site: Site,
  language: Language,
  work: (earlierVersion: string) => Promise<void>,
) {
  const { run } = site.database
  const today = readSignedText(language)
  const earlier = { ...today, body: `${today.body}\n\n${EARLIER_WORDS}\n` }
  const version = letterVersion(earlier)
  await run(
    `INSERT INTO letter_version (id, language, version, level, title, addressee, date, body)
    VALUES ($1, $2, $3, 'first', $4, $5, $6, $7)`,
    BEFORE_ALL_OTHERS,
    language,
    version,
    earlier.title,
    earlier.addressee,
    earlier.date,
    earlier.body,
  )
  await run(
    `UPDATE letter_version SET level = 'material' WHERE language = $1 AND id <> $2`,
    language,
    BEFORE_ALL_OTHERS,
  )
  try {
    await work(version)
  } finally {
    await run('DELETE FROM letter_version WHERE id = $1', BEFORE_ALL_OTHERS)
    await run(`UPDATE letter_version SET level = 'first' WHERE language = $1`, language)
  }
}
