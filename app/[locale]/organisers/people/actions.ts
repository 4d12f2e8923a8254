'use server'

import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { changeRole } from '#lib/organisers/people/change-role.ts'
import { inviteOrganiser } from '#lib/organisers/people/invite-organiser.ts'
import { removeOrganiser } from '#lib/organisers/people/remove-organiser.ts'
import { resetOrganiser } from '#lib/organisers/people/reset-organiser.ts'
import { endSession } from '#lib/organisers/sessions/end-session.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { organiserWhoMay } from '../access.ts'
import { idIn } from '../form-values.ts'
import { showPage } from '../show-page.ts'

const roleOf = z.enum(['viewer', 'moderator', 'exporter', 'owner'])

/** Invites somebody: the link goes to the mailbox alone. */
export async function inviteAction(
  locale: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const organiser = await organiserWhoMay('manage-people', locale)
  const { people: words } = (await getMessages({ locale })).organisers
  const email = String(form.get('email') ?? '')
  const role = roleOf.safeParse(form.get('role'))
  const values = { email, role: role.data ?? '' }
  if (!role.success) return { values, error: words.invite.chooseError }
  const result = await inviteOrganiser(email, role.data, organiser, { mailIn: locale })
  if (result.outcome !== 'invited') {
    return { values, error: words.outcomes[result.outcome], errorIn: 'email' }
  }
  return mailed(locale, result)
}

/** A new link for who lost her phone or her password. */
export async function resetAction(
  locale: string,
  id: string,
  _previous: ShortFormState,
): Promise<ShortFormState> {
  const organiser = await organiserWhoMay('manage-people', locale)
  const { people: words } = (await getMessages({ locale })).organisers
  const known = z.uuid().safeParse(id)
  if (!known.success) return { values: {}, error: words.outcomes.unknown }
  const result = await resetOrganiser(known.data, organiser, { mailIn: locale })
  if (result.outcome !== 'reset') return { values: {}, error: words.outcomes[result.outcome] }
  return mailed(locale, result)
}

export async function changeRoleAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('manage-people', locale)
  const id = idIn(form)
  const role = roleOf.safeParse(form.get('role'))
  if (!id || !role.success) showPage(`/${locale}/organisers/people`)
  say(locale, await changeRole(id, role.data, organiser))
}

export async function removeAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('manage-people', locale)
  const id = idIn(form)
  if (!id) showPage(`/${locale}/organisers/people`)
  say(locale, await removeOrganiser(id, organiser))
}

/** Ends a session of anybody. */
export async function endAnySessionAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('manage-people', locale)
  const id = idIn(form)
  const wasThere = id && (await endSession(id, organiser))
  say(locale, { outcome: wasThere ? 'done' : 'unknown' })
}

function say(locale: string, { outcome }: { outcome: string }): never {
  showPage(`/${locale}/organisers/people?said=${outcome}`)
}

async function mailed(locale: string, { email }: { email: string }) {
  const t = await getTranslations({ locale, namespace: 'organisers.people' })
  return { values: {}, done: { sentence: t('mailed', { email }) } }
}
