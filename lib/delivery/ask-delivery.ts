import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import type { Covers } from './cover-letter.ts'
import { currentPrintContent, type PrintContent, readPrintContent } from './print-content.ts'

/** What a pack is to be. Without a word of it: all signatures of now, in every language, without a cover letter. */
export type PackWish = {
  /** The snapshot that it is another pack of. */
  sourceId?: string | undefined
  /** The one country whose signatories it lists, ISO 3166-1 alpha-2. */
  country?: string | undefined
  /** Codes of its languages. */
  languages?: string[]
  covers?: Covers
}

/**
 * Asks for a snapshot of now and for its pack, or for another pack of a frozen snapshot; a process of the server takes it
 * up within a second.
 */
export async function askDelivery(organiser: Organiser, wish: PackWish = {}) {
  return database.$transaction(async transaction => {
    const frozen = await ofSource(transaction, wish.sourceId)
    const { id } = await transaction.deliverySnapshot.create({
      data: {
        ...frozen.columns,
        requestedById: organiser.id,
        country: wish.country ?? null,
        printContent: wished(frozen.content, wish) as Prisma.InputJsonObject,
      },
    })
    const { sourceId, country, languages } = wish
    const details = {
      ...(sourceId && { sourceId }),
      ...(country && { country }),
      ...(languages && { languages }),
    }
    await recordAsked(transaction, organiser, id, details)
    return { id }
  })
}

/** What another pack of a snapshot takes from it: its moment, its counts, its root, and what it printed. */
async function ofSource(transaction: Prisma.TransactionClient, id: string | undefined) {
  if (!id) return { columns: {}, content: currentPrintContent() }
  const source = await transaction.deliverySnapshot.findUniqueOrThrow({ where: { id } })
  const { takenAt, finalCountAt, named, root } = source
  return {
    columns: {
      sourceId: id,
      takenAt,
      finalCountAt,
      tally: source.tally as Prisma.InputJsonObject,
      named,
      root,
    },
    content: readPrintContent(source.printContent),
  }
}

function wished(content: PrintContent, { languages, covers = {} }: PackWish): PrintContent {
  return {
    ...content,
    chosenLanguages: languages ?? null,
    languages: content.languages.map(language => ({
      ...language,
      cover: covers[language.code] ?? null,
    })),
  }
}

/** Outcome of requesting a pack again. */
export type MakeAgainOutcome = { outcome: 'asked' | 'unknown' | 'under-way' }

/** Requests the pack of a frozen snapshot again: after its file expired or failed. */
export async function makePackAgain(organiser: Organiser, id: string): Promise<MakeAgainOutcome> {
  return database.$transaction(async transaction => {
    const { count } = await transaction.deliverySnapshot.updateMany({
      where: { id, state: { in: ['made', 'failed'] } },
      data: { state: 'waiting', progress: 0 },
    })
    if (count === 1) {
      await recordAsked(transaction, organiser, id)
      return { outcome: 'asked' }
    }
    const known = await transaction.deliverySnapshot.findUnique({ where: { id } })
    return { outcome: known ? 'under-way' : 'unknown' }
  })
}

function recordAsked(
  transaction: Prisma.TransactionClient,
  by: Organiser,
  subject: string,
  details: Prisma.InputJsonObject = {},
) {
  return recordAuditEvent({ by, kind: 'delivery-asked', subject, details }, transaction)
}
