'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { PaperRowState } from '#lib/database/types.ts'
import { chooseHeading, NO_HEADING } from '#lib/paper/choose-heading.ts'
import { correctRow } from '#lib/paper/correct-row.ts'
import { describeBatch, PROVENANCE, type ProvenanceField } from '#lib/paper/describe-batch.ts'
import { discardBatch } from '#lib/paper/discard-batch.ts'
import { importBatch } from '#lib/paper/import-batch.ts'
import { tickRows } from '#lib/paper/tick-rows.ts'
import { undoBatch } from '#lib/paper/undo-batch.ts'
import { consoleAction } from '../console-action.ts'
import { box, idField, text, textOf, texts } from '../form-values.ts'

/** Saves column mapping and provenance of a batch; checks every row. */
export const describeBatchAction = consoleAction(
  'import',
  idField.extend({ column: texts, allPublic: box, withoutAddress: box, letterLocale: text }),
  async ({ id, column: columns, allPublic, withoutAddress, letterLocale }, { form }) => {
    const provenance = PROVENANCE.map(field => [field, textOf(form, field)])
    const typed = Object.fromEntries(provenance) as Record<ProvenanceField, string>
    const result = await describeBatch(id, {
      ...typed,
      columns,
      allPublic,
      countsWithoutAddress: withoutAddress,
      locale: letterLocale,
    })
    if (result.outcome !== 'refused') return `paper/${id}`
    const query = new URLSearchParams({
      ...typed,
      allPublic: allPublic ? 'on' : '',
      withoutAddress: withoutAddress ? 'on' : '',
      letterLocale,
      columnFault: result.columns ?? '',
    })
    for (const column of columns) query.append('column', column)
    for (const [field, fault] of Object.entries(result.faults)) query.set(`${field}Fault`, fault)
    return `paper/${id}?${query}`
  },
)

/** Takes another row for the heading, or none. */
export const chooseHeadingAction = consoleAction(
  'import',
  idField.extend({ heading: z.coerce.number().int().min(NO_HEADING) }),
  async ({ id, heading }) => {
    await chooseHeading(id, heading)
    return `paper/${id}#columns`
  },
)

/** Ticks likely duplicates for import. */
export const tickRowsAction = consoleAction(
  'import',
  idField.extend({ shown: texts, ticked: texts }),
  async ({ id, shown, ticked }) => {
    await tickRows(id, shown, ticked)
    const state: PaperRowState = 'likely_duplicate'
    return `paper/${id}?show=${state}`
  },
)

/** Corrects a row that would be left out. */
export const correctRowAction = consoleAction(
  'import',
  idField.extend({ number: text, show: text, cell: texts }),
  async ({ id, number, show, cell }, { organiser }) => {
    const { outcome } = await correctRow(organiser, id, number, cell)
    const query = new URLSearchParams({ show })
    if (outcome === 'still-wrong') query.set('correct', number)
    return `paper/${id}?${query}#rows`
  },
)

/** Imports valid and ticked rows. */
export const importBatchAction = consoleAction(
  { capability: 'import', fresh: true },
  idField,
  async ({ id }, { organiser }) => {
    await importBatch(organiser, id)
    revalidatePath('/', 'layout')
    return `paper/${id}`
  },
)

/** Undoes an import. */
export const undoBatchAction = consoleAction(
  { capability: 'import', fresh: true },
  idField,
  async ({ id }, { organiser }) => {
    await undoBatch(organiser, id)
    revalidatePath('/', 'layout')
    return `paper/${id}`
  },
)

/** Deletes a batch that was not imported. */
export const discardBatchAction = consoleAction(
  'import',
  idField,
  async ({ id }, { organiser }) => {
    await discardBatch(organiser, id)
    return 'paper'
  },
)
