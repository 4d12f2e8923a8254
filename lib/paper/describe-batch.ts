import { z } from 'zod'
import { timeZone } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { findTextFault, type TextFault, tidyText } from '#lib/text/text-rules.ts'
import { isoDay } from '#lib/time/iso-day.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { checkRows } from './check-rows.ts'
import { type ColumnFault, findColumnFault, PAPER_FIELDS } from './columns.ts'

/** Fields that say where signatures come from. */
export const PROVENANCE = ['place', 'gatheredOn', 'gatheredBy', 'typedBy', 'proof'] as const

export type ProvenanceField = (typeof PROVENANCE)[number]

/** Faults of a field. */
export type ProvenanceFault = TextFault | 'day' | 'future'

/** Outcome of describing a batch. */
export type DescribeBatchOutcome =
  | { outcome: 'checked' | 'not-possible' }
  | {
      outcome: 'refused'
      columns: ColumnFault | null
      faults: Partial<Record<ProvenanceField, ProvenanceFault>>
    }

const LONGEST_PROVENANCE = 200

const columnsSchema = z.array(z.enum(['', ...PAPER_FIELDS]))

/** Input of an organiser about a batch. */
export type TypedDescription = Record<ProvenanceField, string> & {
  columns: string[]
  allPublic: boolean
  /** Whether rows without an address count: nobody can confirm them. */
  countsWithoutAddress: boolean
  locale: string
}

/**
 * Sets the column mapping and provenance of a batch, and checks every row. It may be repeated until the batch
 * is imported.
 */
export async function describeBatch(
  id: string,
  typed: TypedDescription,
  now = new Date(),
): Promise<DescribeBatchOutcome> {
  const columns = columnsSchema.safeParse(typed.columns)
  const columnFault = columns.success ? findColumnFault(columns.data) : 'no-name'
  const faults = findFaults(typed, now)
  if (columnFault || Object.keys(faults).length > 0) {
    return { outcome: 'refused', columns: columnFault, faults }
  }
  const texts = PROVENANCE.map(field => [field, tidyText(typed[field])])
  const [authoritative = 'fr', ...others] = languages()
  const { count } = await database.paperBatch.updateMany({
    where: { id, status: { in: ['uploaded', 'checked'] } },
    data: {
      ...Object.fromEntries(texts),
      columns: columns.data,
      allPublic: typed.allPublic,
      countsWithoutAddress: typed.countsWithoutAddress,
      locale: others.includes(typed.locale) ? typed.locale : authoritative,
      status: 'uploaded',
    },
  })
  if (count === 0) return { outcome: 'not-possible' }
  await checkRows(id)
  return { outcome: 'checked' }
}

function findFaults(typed: Record<ProvenanceField, string>, now: Date) {
  const found = PROVENANCE.flatMap(field => {
    const text = tidyText(typed[field])
    const fault =
      field === 'gatheredOn' && text !== ''
        ? faultOfDay(text, now)
        : findTextFault(text, { graphemes: LONGEST_PROVENANCE })
    return fault ? [[field, fault] as const] : []
  })
  return Object.fromEntries(found)
}

function faultOfDay(text: string, now: Date): ProvenanceFault | null {
  if (!isoDay.safeParse(text).success) return 'day'
  return text > localDay(now, timeZone()) ? 'future' : null
}
