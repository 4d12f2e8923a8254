import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'

/** Records on a page of the trail. */
export const RECORDS_TOGETHER = 50

const DAY_MS = 24 * 60 * 60 * 1000

/** Which records to read; what is left out lets all pass. */
export type TrailFilters = {
  /** Id of an organiser. */
  organiserId?: string | undefined
  /** A kind of deeds.ts; one of an earlier version of the site too. */
  kind?: string | undefined
  /** A day, UTC: 2026-05-26. */
  day?: string | undefined
}

/** Records of the trail, newest first; `next` goes on below them. */
export async function readTrail(filters: TrailFilters, before?: number, take = RECORDS_TOGETHER) {
  const found = await database.auditRecord.findMany({
    where: { ...whereOf(filters), place: before ? { lt: before } : { not: null } },
    orderBy: { place: 'desc' },
    take: take + 1,
  })
  const organisers = await namesOf(found.flatMap(({ organiserId }) => organiserId ?? []))
  const records = found.slice(0, take).map(({ id, place, hash, ...record }) => ({
    ...record,
    place: Number(place),
    hash: hash ?? '',
    /** Address of who did it; null where nobody was signed in, or who is no organiser any more. */
    organiser: organisers.get(record.organiserId ?? '') ?? null,
  }))
  return { records, next: found.length > take ? records.at(-1)?.place : undefined }
}

/** One record as its readers see it. */
export type TrailRecord = Awaited<ReturnType<typeof readTrail>>['records'][number]

/** Those who may be chosen as a filter: the organisers of today. */
export function readTrailOrganisers() {
  return database.organiser.findMany({
    orderBy: { email: 'asc' },
    select: { id: true, email: true },
  })
}

function whereOf({ organiserId, kind, day }: TrailFilters): Prisma.AuditRecordWhereInput {
  const start = day && new Date(`${day}T00:00:00Z`)
  return {
    ...(organiserId && { organiserId }),
    ...(kind && { kind }),
    ...(start && { at: { gte: start, lt: new Date(start.getTime() + DAY_MS) } }),
  }
}

async function namesOf(ids: string[]) {
  const found = await database.organiser.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, email: true },
  })
  return new Map(found.map(({ id, email }) => [id, email]))
}
