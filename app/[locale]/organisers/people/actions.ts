'use server'

import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { changeRole } from '#lib/organisers/people/change-role.ts'
import { inviteOrganiser } from '#lib/organisers/people/invite-organiser.ts'
import { removeOrganiser } from '#lib/organisers/people/remove-organiser.ts'
import { resetOrganiser } from '#lib/organisers/people/reset-organiser.ts'
import { endSession } from '#lib/organisers/sessions/end-session.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { idField, text } from '../form-values.ts'

const roleOf = z.enum(['viewer', 'moderator', 'exporter', 'owner'])

/** Invites somebody: the link goes to the mailbox alone. */
export const inviteAction = consoleFormAction(
  'manage-people',
  z.object({ email: text, role: roleOf.or(z.literal('')).catch('') }),
  async ({ email, role }, { organiser, locale }): Promise<ShortFormState> => {
    const { people: words } = (await getMessages({ locale })).organisers
    const values = { email, role }
    if (!role) return { values, error: words.invite.chooseError }
    const result = await inviteOrganiser(email, role, organiser, { mailIn: locale })
    if (result.outcome === 'invited') return mailed(locale, result)
    return { values, error: words.outcomes[result.outcome], errorIn: 'email' }
  },
)

/** Resets an organiser who lost her phone or password. */
export const resetAction = consoleFormAction(
  'manage-people',
  idField,
  async ({ id }, { organiser, locale }): Promise<ShortFormState> => {
    const { people: words } = (await getMessages({ locale })).organisers
    const result = await resetOrganiser(id, organiser, { mailIn: locale })
    if (result.outcome === 'reset') return mailed(locale, result)
    return { values: {}, error: words.outcomes[result.outcome] }
  },
)

export const changeRoleAction = consoleAction(
  'manage-people',
  idField.extend({ role: roleOf }),
  async ({ id, role }, { organiser }) => notice((await changeRole(id, role, organiser)).outcome),
)

export const removeAction = consoleAction('manage-people', idField, async ({ id }, { organiser }) =>
  notice((await removeOrganiser(id, organiser)).outcome),
)

/** Ends any organiser's session. */
export const endAnySessionAction = consoleAction(
  'manage-people',
  idField,
  async ({ id }, { organiser }) => notice((await endSession(id, organiser)) ? 'done' : 'unknown'),
)

function notice(outcome: string) {
  return `people?notice=${outcome}`
}

async function mailed(locale: string, { email }: { email: string }) {
  const t = await getTranslations({ locale, namespace: 'organisers.people' })
  return { values: {}, done: { sentence: t('mailed', { email }) } }
}
