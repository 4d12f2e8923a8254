'use server'

import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import {
  addWebhook,
  enableWebhook,
  removeWebhook,
  testWebhook,
} from '#lib/webhooks/change-webhooks.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { idField, text } from '../form-values.ts'

/** Adds an address: its secret is shown once, to be copied. */
export const addWebhookAction = consoleFormAction(
  'run-campaign',
  z.object({ url: text }),
  async ({ url }, { organiser, locale }): Promise<ShortFormState> => {
    const { webhooks: words } = (await getMessages({ locale })).organisers
    const result = await addWebhook(organiser, url)
    if (result.outcome === 'refused') return { values: { url }, error: words.faults[result.fault] }
    return { values: {}, done: { sentence: words.add.done, text: result.secret } }
  },
)

/** Sends a message that says nothing, to see whether it arrives. */
export const testWebhookAction = consoleAction(
  'run-campaign',
  idField,
  async ({ id }, { organiser }) => notice(await testWebhook(organiser, id)),
)

/** Switches one on again. */
export const enableWebhookAction = consoleAction(
  'run-campaign',
  idField,
  async ({ id }, { organiser }) => notice(await enableWebhook(organiser, id)),
)

/** Takes one away, with its secret and its messages. */
export const removeWebhookAction = consoleAction(
  'run-campaign',
  idField,
  async ({ id }, { organiser }) => notice(await removeWebhook(organiser, id)),
)

function notice({ outcome }: { outcome: string }) {
  return `webhooks?notice=${outcome}`
}
