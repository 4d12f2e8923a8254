import { ContentError, type ContentMistake } from '#lib/content/content-error.ts'
import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { shortVersion } from '#lib/content/letter-version.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { readHistory } from './history.ts'
import { lockVersions } from './queries.ts'
import { type UnpublishedText, unpublishedTexts } from './unpublished-changes.ts'

/**
 * Ensures at start that the letter shown is a published version. A new language gets its first version; so does
 * a changed letter as long as nobody has signed.
 * @throws ContentError naming each file that was changed after people had signed, and the command that
 *   publishes it.
 */
export async function ensurePublished(root = PROJECT_FOLDER): Promise<void> {
  await whileNobodyPublishes(async transaction => {
    const unpublished = unpublishedTexts(await readHistory(transaction), root)
    const changed = unpublished.filter(({ published }) => published)
    if (changed.length > 0 && (await hasSignatures(transaction))) {
      throw new ContentError(changed.map(unpublishedMistake))
    }
    for (const text of unpublished) await beginAnew(transaction, text)
  })
}

/** Runs `work` in a transaction in which nobody else can publish; reading goes on. */
export function whileNobodyPublishes<T>(
  work: (transaction: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return database.$transaction(async transaction => {
    await lockVersions(transaction)
    return work(transaction)
  })
}

/** Whether somebody has signed, in any language, be it unconfirmed or withdrawn since. */
export async function hasSignatures(from: Pick<Prisma.TransactionClient, 'signature'> = database) {
  return (await from.signature.findFirst({ select: { id: true } })) !== null
}

/** A letter that was changed and not published, as a mistake. */
export function unpublishedMistake({ file, published }: UnpublishedText): ContentMistake {
  return { file, code: 'unpublished', values: { version: shortVersion(published?.version ?? '') } }
}

async function beginAnew(
  transaction: Prisma.TransactionClient,
  { language, text, version }: UnpublishedText,
) {
  await transaction.letterVersion.deleteMany({ where: { language } })
  await transaction.letterVersion.create({ data: { ...text, language, version, level: 'first' } })
}
