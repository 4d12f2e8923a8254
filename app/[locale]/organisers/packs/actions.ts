'use server'

import { revalidatePath } from 'next/cache'
import { askDelivery, makePackAgain } from '#lib/delivery/ask-delivery.ts'
import { deletePack } from '#lib/delivery/delete-pack.ts'
import { handOver } from '#lib/delivery/hand-over.ts'
import { refusedNotes, typedNotes } from '../campaign/note-fields.ts'
import { consoleAction } from '../console-action.ts'
import { idField, noFields, text } from '../form-values.ts'

/** Requests a snapshot of now, and its pack. */
export const askDeliveryAction = consoleAction(
  'export-public',
  noFields,
  async (_, { organiser }) => {
    await askDelivery(organiser)
    return 'packs'
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
