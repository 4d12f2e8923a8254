import { z } from 'zod'
import { organiserLabel } from '#lib/access/organiser-label.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { isoDay } from '#lib/time/iso-day.ts'
import { boundsOfDay } from '#lib/time/zoned-time.ts'
import { currentKind, storedKinds } from './former-kinds.ts'

/** Records on a page of the audit log. */
const RECORDS_TOGETHER = 50

/**
 * Which records to read, as the page's address says it: `organiser` is an id, `day` one of the campaign's time
 * zone, `before` the place above the first to be shown. Invalid values are ignored.
 */
export const auditLogQuery = z.object({
  organiser: z.uuid().optional().catch(undefined),
  kind: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  day: isoDay.optional().catch(undefined),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

export type AuditLogQuery = z.output<typeof auditLogQuery>

/** Records of the audit log, newest first; `next` is the `before` of those that follow. */
export async function readAuditLog(query: AuditLogQuery, take = RECORDS_TOGETHER) {
  const found = await database.auditRecord.findMany({
    where: whereOf(query),
    orderBy: { sequence: 'desc' },
    take: take + 1,
  })
  const organisers = await namesOf(found.flatMap(({ organiserId }) => organiserId ?? []))
  const records = found.slice(0, take).map(({ id, sequence, hash, ...record }) => ({
    ...record,
    kind: currentKind(record.kind),
    sequence: Number(sequence),
    hash: hash ?? '',
    /** Name and e-mail address of the organiser; null if nobody was signed in or the organiser was removed. */
    organiser: organisers.get(record.organiserId ?? '') ?? null,
  }))
  return { records, next: found.length > take ? records.at(-1)?.sequence : undefined }
}

/** An audit record as the console shows it. */
export type AuditLogRecord = Awaited<ReturnType<typeof readAuditLog>>['records'][number]

/** Organisers that the filter offers. */
export function readAuditedOrganisers() {
  return database.organiser.findMany({
    orderBy: { email: 'asc' },
    select: { id: true, email: true },
  })
}

function whereOf({ organiser, kind, day, before }: AuditLogQuery): Prisma.AuditRecordWhereInput {
  const span = day && boundsOfDay(day, timeZone())
  return {
    sequence: before ? { lt: before } : { not: null },
    ...(organiser && { organiserId: organiser }),
    ...(kind && { kind: { in: storedKinds(kind) } }),
    ...(span && { at: { gte: span.start, lt: span.end } }),
  }
}

async function namesOf(ids: string[]) {
  const found = await database.organiser.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, email: true },
  })
  return new Map(found.map(organiser => [organiser.id, organiserLabel(organiser)]))
}
