'use server'

import { askDelivery, makePackAgain } from '#lib/delivery/ask-delivery.ts'
import { consoleAction } from '../console-action.ts'
import { idField, noFields } from '../form-values.ts'

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
