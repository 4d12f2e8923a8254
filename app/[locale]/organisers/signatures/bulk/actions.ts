'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import {
  beginBulkAction,
  stopBulkAction,
  undoBulkAction,
} from '#lib/moderation/bulk/begin-bulk-action.ts'
import { continueBulkAction, runBulkAction } from '#lib/moderation/bulk/continue-bulk-action.ts'
import { freezeSignatures } from '#lib/moderation/bulk/freeze-signatures.ts'
import { holdTrend } from '#lib/moderation/hold-trend.ts'
import { queryOf, readTableAddress } from '#lib/signatures/filters/filters.ts'
import { consoleAction } from '../../console-action.ts'
import { idField, noFields, text } from '../../form-values.ts'
import { readBulkRequest, readTrend } from './bulk-request.ts'

/** Freezes what was ticked or searched for, and shows it: nothing is done yet. */
export const previewBulkAction = consoleAction(
  'moderate',
  z.object({ rule: text }),
  async ({ rule }, { organiser, form }) => {
    const frozen = await freezeSignatures(organiser, readBulkRequest(form))
    if (frozen.outcome === 'frozen') return `signatures/bulk/${frozen.id}`
    const query = queryOf(readTableAddress(rule))
    return `signatures${query}${query ? '&' : '?'}notice=${frozen.outcome}`
  },
)

/** Says yes to a preview. */
export const beginBulkActionAction = consoleAction(
  { capability: 'moderate', fresh: true },
  idField,
  async ({ id }, { organiser }) => goOn(id, (await beginBulkAction(organiser, id)).outcome),
)

/** Stops what is under way. */
export const stopBulkActionAction = consoleAction(
  { capability: 'moderate', fresh: true },
  idField,
  async ({ id }, { organiser }) =>
    `signatures/bulk/${id}?notice=${(await stopBulkAction(organiser, id)).outcome}`,
)

/** Undoes what was done. */
export const undoBulkActionAction = consoleAction(
  { capability: 'moderate', fresh: true },
  idField,
  async ({ id }, { organiser }) => goOn(id, (await undoBulkAction(organiser, id)).outcome),
)

/** Holds all that an unusual number of signatures is about. */
export const holdTrendAction = consoleAction(
  { capability: 'moderate', fresh: true },
  noFields,
  async (_, { organiser, form }) => {
    const source = readTrend(form)
    if (!source) return 'signatures/trending'
    const frozen = await holdTrend(organiser, source)
    if (frozen.outcome === 'frozen') return goOn(frozen.id, 'begun')
    return `signatures/trending?notice=${frozen.outcome}`
  },
)

/** The first signatures are done before the page is shown, so that few are done at once. */
async function goOn(id: string, outcome: string) {
  const page = `signatures/bulk/${id}`
  if (outcome !== 'begun') return `${page}?notice=${outcome}`
  const hasMore = await continueBulkAction(id)
  if (hasMore) after(() => runBulkAction(id))
  revalidatePath('/', 'layout')
  return page
}
