'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import {
  beginBulkAction,
  stopBulkAction,
  undoBulkAction,
} from '#lib/moderation/bulk/begin-bulk-action.ts'
import { chooseMembers } from '#lib/moderation/bulk/choose-members.ts'
import { continueBulkAction, runBulkAction } from '#lib/moderation/bulk/continue-bulk-action.ts'
import { freezeSignatures } from '#lib/moderation/bulk/freeze-signatures.ts'
import { holdTrend } from '#lib/moderation/hold-trend.ts'
import { queryOf, readTableAddress } from '#lib/signatures/filters/filters.ts'
import { consoleAction } from '../../console-action.ts'
import { idField, noFields, text } from '../../form-values.ts'
import { pageNumber, readBulkRequest, readTicks, readTrend, readWhy } from './bulk-request.ts'

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

/** Keeps what of a preview is ticked, and shows a page of it. */
export const chooseMembersAction = consoleAction(
  'moderate',
  idField.extend({ page: pageNumber }),
  async ({ id, page }, { form }) => {
    const { outcome } = await chooseMembers(id, readTicks(form))
    return `signatures/bulk/${id}?${new URLSearchParams({ page: String(page), notice: outcome })}`
  },
)

/** Says yes to a preview, with what is ticked on the page that is shown. */
export const beginBulkActionAction = consoleAction(
  { capability: 'moderate', fresh: true },
  idField,
  async ({ id }, { organiser, form }) => {
    const { outcome } = await chooseMembers(id, readTicks(form))
    if (outcome === 'not-possible') return goOn(id, outcome)
    return goOn(id, (await beginBulkAction(organiser, id, readWhy(form))).outcome)
  },
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
