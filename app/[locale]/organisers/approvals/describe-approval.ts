import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import type { OpenApproval } from '#lib/approvals/list-approvals.ts'
import { textsIn } from '#lib/broadcasts/broadcast-texts.ts'
import { readBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { subjectOf } from '#lib/broadcasts/revision.ts'
import { COLUMN_SETS } from '#lib/exports/formats/columns.ts'
import { describeFilters } from '../signatures/describe-filters.ts'

const LENGTH_OF_UUID = 36

const exportSubject = z.object({
  columns: z.enum(COLUMN_SETS),
  filters: z.record(z.string(), z.unknown()),
})

/** Subject of an approval, a line each: columns and filters of an export, the subject of a broadcast. */
export async function describeApproval(locale: string, { kind, subject }: OpenApproval) {
  return kind === 'broadcast' ? describeBroadcast(locale, subject) : describeExport(locale, subject)
}

async function describeBroadcast(locale: string, subject: string) {
  const { approvals: words, broadcasts } = (await getMessages({ locale })).organisers
  const id = z.uuid().safeParse(subject.slice(0, LENGTH_OF_UUID))
  const broadcast = id.success ? await readBroadcast(id.data) : null
  if (!broadcast || subjectOf(broadcast).subject !== subject) return [words.changed]
  const { country, kind, privacyVersion } = broadcast
  return [
    textsIn(broadcast.texts, locale).subject,
    ...(privacyVersion ? [broadcasts.privacy.fact] : []),
    ...(await describeFilters(locale, { country, kind })),
  ]
}

async function describeExport(locale: string, subject: string) {
  const { approvals: words, exports } = (await getMessages({ locale })).organisers
  const { columns, filters } = exportSubject.parse(JSON.parse(subject))
  const lines = await describeFilters(locale, filters)
  return [exports.columns[columns], ...(lines.length > 0 ? lines : [words.everySignature])]
}
