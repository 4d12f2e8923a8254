import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import type { OpenApproval } from '#lib/approvals/list-approvals.ts'
import { textsIn } from '#lib/broadcasts/broadcast-texts.ts'
import { readBroadcast, type ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { subjectOf } from '#lib/broadcasts/revision.ts'
import { type ApprovedWish, readSubject } from '#lib/exports/export-wish.ts'
import { describeFilters } from '../signatures/describe-filters.ts'

const LENGTH_OF_UUID = 36

/** What an approval is for; null where it is no longer there, or has changed since it was asked. */
export type Asked =
  | { kind: 'export-all'; wish: ApprovedWish }
  | { kind: 'broadcast'; broadcast: ShownBroadcast }

/** Reads what exactly an approval is for. */
export async function readAsked({ kind, subject }: OpenApproval): Promise<Asked | null> {
  if (kind === 'export-all') {
    const wish = readSubject(subject)
    return wish && { kind, wish }
  }
  const id = z.uuid().safeParse(subject.slice(0, LENGTH_OF_UUID))
  const broadcast = id.success ? await readBroadcast(id.data) : null
  const isSame = broadcast?.status === 'draft' && subjectOf(broadcast).subject === subject
  return isSame ? { kind, broadcast } : null
}

/** The same in words, a line each: columns, format, states and filters of an export; subject and readers of a broadcast. */
export async function describeAsked(locale: string, asked: Asked | null) {
  const { approvals: words } = (await getMessages({ locale })).organisers
  if (!asked) return [words.changed]
  return asked.kind === 'broadcast'
    ? describeBroadcast(locale, asked.broadcast)
    : describeExport(locale, asked.wish)
}

async function describeBroadcast(locale: string, broadcast: ShownBroadcast) {
  const { broadcasts } = (await getMessages({ locale })).organisers
  const { texts, country, kind, privacyVersion } = broadcast
  const { category, language, confirmedSince } = broadcast
  const filters = { country, kind, category, language, confirmedFrom: confirmedSince }
  return [
    textsIn(texts, locale).subject,
    ...(privacyVersion ? [broadcasts.privacy.fact] : []),
    ...(await describeFilters(locale, filters)),
    ...(broadcast.onlyUnwritten ? [broadcasts.form.unwrittenOnly] : []),
  ]
}

async function describeExport(
  locale: string,
  { columns, format, statuses, filters }: ApprovedWish,
) {
  const { exports, signatures } = (await getMessages({ locale })).organisers
  const states = statuses.map(status => signatures.statuses[status]).join(', ')
  return [
    exports.columns[columns],
    format.toUpperCase(),
    `${signatures.filters.status} – ${states}`,
    ...(await describeFilters(locale, filters)),
  ]
}
