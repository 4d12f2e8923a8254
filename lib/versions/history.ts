import type { SignedText } from '#lib/content/letter-version.ts'
import { database } from '#lib/database/client.ts'
import type { LetterChange, Prisma } from '#lib/database/types.ts'

/** One publication of the letter in one language, with its text. */
export type PublishedVersion = SignedText & {
  id: string
  language: string
  /** Hash of the text (lib/content/letter-version.ts). */
  version: string
  level: LetterChange
  publishedAt: Date
}

/** Enough of a hash to tell versions apart: what pages show of one. */
const PART_OF_A_HASH = /^[0-9a-f]{12,64}$/

/**
 * Every publication in every language, oldest first. They are few.
 * @throws when the database does not answer.
 */
export function readHistory(
  from: Pick<Prisma.TransactionClient, 'letterVersion'> = database,
): Promise<PublishedVersion[]> {
  return from.letterVersion.findMany({ orderBy: { id: 'asc' } })
}

/** The newest publication of the text that a hash, or its first 12 digits or more, stands for. */
export function findVersion<T extends { version: string }>(history: T[], hash: string) {
  return PART_OF_A_HASH.test(hash)
    ? history.findLast(({ version }) => version.startsWith(hash))
    : undefined
}

/** The text that was published last in a language. */
export function latestVersion<T extends { language: string }>(history: T[], language: string) {
  return history.findLast(publication => publication.language === language)
}
