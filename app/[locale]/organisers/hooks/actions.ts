'use server'

import { getMessages } from 'next-intl/server'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { addHook, enableHook, removeHook, testHook } from '#lib/webhooks/change-hooks.ts'
import { organiserWhoMay } from '../access.ts'
import { idIn } from '../form-values.ts'
import { showPage } from '../show-page.ts'

/** Adds an address: its secret is shown once, to be copied. */
export async function addHookAction(
  locale: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const organiser = await organiserWhoMay('run-campaign', locale)
  const { hooks: words } = (await getMessages({ locale })).organisers
  const typed = form.get('url')
  const url = typeof typed === 'string' ? typed : ''
  const result = await addHook(organiser, url)
  if (result.outcome === 'refused') return { values: { url }, error: words.faults[result.fault] }
  return { values: {}, done: { sentence: words.add.done, text: result.secret } }
}

/** Sends a message that says nothing, to see whether it arrives. */
export async function testHookAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('run-campaign', locale)
  const id = idIn(form)
  say(locale, id ? await testHook(organiser, id) : UNKNOWN)
}

/** Switches one on again. */
export async function enableHookAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('run-campaign', locale)
  const id = idIn(form)
  say(locale, id ? await enableHook(organiser, id) : UNKNOWN)
}

/** Takes one away, with its secret and its messages. */
export async function removeHookAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('run-campaign', locale)
  const id = idIn(form)
  say(locale, id ? await removeHook(organiser, id) : UNKNOWN)
}

const UNKNOWN = { outcome: 'unknown' }

function say(locale: string, { outcome }: { outcome: string }): never {
  showPage(`/${locale}/organisers/hooks?said=${outcome}`)
}
