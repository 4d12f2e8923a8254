'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { PackFormState } from '#components/organisers/delivery/PackForm.tsx'
import { askDelivery, makePackAgain } from '#lib/delivery/ask-delivery.ts'
import { deletePack } from '#lib/delivery/delete-pack.ts'
import { handOver } from '#lib/delivery/hand-over.ts'
import { preparePack } from '#lib/delivery/prepare-pack.ts'
import { refusedNotes, typedNotes } from '../campaign/note-fields.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { idField, noFields, text, texts } from '../form-values.ts'
import { refusedPack, typedCovers } from './pack-fields.ts'

/** Requests a snapshot of now, and its pack. */
export const askDeliveryAction = consoleAction(
  'export-public',
  noFields,
  async (_, { organiser }) => {
    await askDelivery(organiser)
    return 'packs'
  },
)

/** Prepares a pack with what was chosen for it, of the signatures of now or of those of an earlier one. */
export const preparePackAction = consoleFormAction(
  'export-public',
  z.object({ of: z.union([z.uuid(), z.literal('')]), country: text, language: texts }),
  async (
    { of, country, language },
    { organiser, locale, form },
  ): Promise<PackFormState | string> => {
    const typed = { of, country, languages: language, covers: typedCovers(form) }
    const result = await preparePack(organiser, typed)
    if (result.outcome === 'refused') return refusedPack(locale, form, result.faults)
    return result.outcome === 'asked' ? 'packs' : `packs?notice=${result.outcome}`
  },
)

/** Requests the pack of an earlier snapshot again. */
export const makePackAgainAction = consoleAction(
  'export-public',
  idField,
  async ({ id }, { organiser }) => {
    await makePackAgain(organiser, id)
    return 'packs'
  },
)

/** States that a pack was handed over, to whom and when. */
export const handOverAction = consoleAction(
  'run-campaign',
  idField.extend({ day: text }),
  async ({ id, day }, { organiser, form }) => {
    const to = typedNotes(form, 'recipient')
    const result = await handOver(organiser, id, { day, to })
    revalidatePath('/', 'layout')
    if (result.outcome !== 'refused') return `packs?notice=${result.outcome}`
    const { faults } = result
    const query = {
      notice: 'refused',
      day,
      ...(faults.day && { dayFault: faults.day }),
      ...refusedNotes('recipient', to, faults.to),
    }
    return `packs/${id}?${new URLSearchParams(query)}`
  },
)

/** Deletes a pack that was not handed over. */
export const deletePackAction = consoleAction(
  'export-public',
  idField,
  async ({ id }, { organiser }) => `packs?notice=${(await deletePack(organiser, id)).outcome}`,
)
