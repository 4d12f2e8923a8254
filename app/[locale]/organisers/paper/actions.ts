'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { describeBatch, PROVENANCE, type ProvenanceField } from '#lib/paper/describe-batch.ts'
import { discardBatch } from '#lib/paper/discard-batch.ts'
import { importBatch } from '#lib/paper/import-batch.ts'
import { tickRows } from '#lib/paper/tick-rows.ts'
import { undoBatch } from '#lib/paper/undo-batch.ts'
import { organiserWhoMay } from '../access.ts'
import { textOf } from '../form-values.ts'
import { showPage } from '../show-page.ts'

/** Says what the columns hold and where the signatures come from; checks every row. */
export async function describeBatchAction(locale: string, id: string, form: FormData) {
  await organiserWhoMay('import', locale)
  const texts = PROVENANCE.map(field => [field, textOf(form, field)])
  const typed = {
    ...(Object.fromEntries(texts) as Record<ProvenanceField, string>),
    columns: form.getAll('column').map(String),
    allPublic: form.get('allPublic') === 'on',
    locale: textOf(form, 'letterLocale'),
  }
  const result = await describeBatch(batchId(locale, id), typed)
  if (result.outcome !== 'refused') back(locale, id)
  const query = new URLSearchParams({
    ...Object.fromEntries(texts),
    allPublic: typed.allPublic ? 'on' : '',
    letterLocale: typed.locale,
    columnFault: result.columns ?? '',
  })
  for (const column of typed.columns) query.append('column', column)
  for (const [field, fault] of Object.entries(result.faults)) query.set(`${field}Fault`, fault)
  back(locale, id, `?${query}`)
}

/** Ticks likely doubles that are none. */
export async function tickRowsAction(locale: string, id: string, form: FormData) {
  await organiserWhoMay('import', locale)
  await tickRows(batchId(locale, id), form.getAll('shown'), form.getAll('ticked'))
  back(locale, id, '?show=likely')
}

/** Takes in what is fine and what was ticked. */
export async function importBatchAction(locale: string, id: string) {
  const organiser = await organiserWhoMay('import', locale, { fresh: true })
  await importBatch(organiser, batchId(locale, id))
  revalidatePath('/', 'layout')
  back(locale, id)
}

/** Deletes what an import brought in. */
export async function undoBatchAction(locale: string, id: string) {
  const organiser = await organiserWhoMay('import', locale, { fresh: true })
  await undoBatch(organiser, batchId(locale, id))
  revalidatePath('/', 'layout')
  back(locale, id)
}

/** Gives up a list that was not taken in. */
export async function discardBatchAction(locale: string, id: string) {
  const organiser = await organiserWhoMay('import', locale)
  await discardBatch(organiser, batchId(locale, id))
  showPage(`/${locale}/organisers/paper`)
}

function batchId(locale: string, id: string) {
  const checked = z.uuid().safeParse(id)
  return checked.success ? checked.data : showPage(`/${locale}/organisers/paper`)
}

function back(locale: string, id: string, query = ''): never {
  showPage(`/${locale}/organisers/paper/${id}${query}`)
}
