'use server'

import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import {
  ADDRESS_LINK_MINUTES,
  askForAddress,
  changeAddress,
} from '#lib/organisers/people/change-address.ts'
import { saveMailWishes } from '#lib/organisers/people/mail-wishes.ts'
import { nameOneself } from '#lib/organisers/people/name-oneself.ts'
import { endOtherSessions, endSession } from '#lib/organisers/sessions/end-session.ts'
import { changePassword } from '#lib/organisers/sign-in/change-password.ts'
import { addPasskey, beginPasskey, removePasskey } from '#lib/organisers/sign-in/passkeys.ts'
import { renewRecoveryCodes } from '#lib/organisers/sign-in/recovery-codes.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { currentSession, requestHeaders } from '../access.ts'
import { consoleAction, consoleCall, consoleFormAction } from '../console-action.ts'
import { box, idField, noFields, text } from '../form-values.ts'
import { keepCookies } from '../keep-cookies.ts'

const DONE = 'account?notice=done'

/** Ends one of one's own sessions. */
export const endSessionAction = consoleAction(
  'own-account',
  idField,
  async ({ id }, { organiser }) => {
    await endSession(id, organiser)
    return DONE
  },
)

/** Ends all of one's own sessions but this one. */
export const endOtherSessionsAction = consoleAction(
  'own-account',
  noFields,
  async (_, { organiser }) => {
    const session = await currentSession()
    if (session) await endOtherSessions(session.id, organiser)
    return DONE
  },
)

/** Changes one's own password, by the current one. */
export const changePasswordAction = consoleFormAction(
  { capability: 'own-account', fresh: true },
  z.object({ current: text, password: text }),
  async (typed, { organiser, locale }): Promise<ShortFormState | string> => {
    const { account, auth, join } = (await getMessages({ locale })).organisers
    const session = await currentSession()
    const result = await changePassword(typed, organiser, session?.id ?? '')
    switch (result.outcome) {
      case 'refused-password':
        return { values: {}, error: join.faults[result.fault] }
      case 'wrong-password':
        return { values: {}, error: account.password.wrong, errorIn: 'current' }
      case 'too-many':
        return { values: {}, error: auth.tooMany }
      case 'changed':
        return DONE
    }
  },
)

/** Saves the name that colleagues see. */
export const saveNameAction = consoleAction(
  'own-account',
  z.object({ name: text }),
  async ({ name }, { organiser }) => {
    const result = await nameOneself(organiser, name)
    if (result.outcome === 'named') return DONE
    return `account?${new URLSearchParams({ name, nameFault: result.fault })}`
  },
)

/** Whether one is mailed what happens. */
export const saveAlertsAction = consoleAction(
  'own-account',
  z.object({ wants: box }),
  async ({ wants }, { organiser }) => {
    await saveMailWishes(organiser, { wantsAlerts: wants })
    return DONE
  },
)

/** Whether one is mailed the week in numbers. */
export const saveDigestAction = consoleAction(
  'own-account',
  z.object({ wants: box }),
  async ({ wants }, { organiser }) => {
    await saveMailWishes(organiser, { wantsDigest: wants })
    return DONE
  },
)

/** Mails a link to one's own new address. */
export const askForAddressAction = consoleFormAction(
  { capability: 'own-account', fresh: true },
  z.object({ email: text, password: text }),
  async (typed, { organiser, locale }): Promise<ShortFormState> => {
    const { account, auth } = (await getMessages({ locale })).organisers
    const t = await getTranslations({ locale, namespace: 'organisers.account.address' })
    const { email } = typed
    const again = { values: { email } }
    switch ((await askForAddress(typed, organiser, locale)).outcome) {
      case 'invalid-address':
        return { ...again, error: account.address.invalid, errorIn: 'email' }
      case 'known':
        return { ...again, error: account.address.known, errorIn: 'email' }
      case 'wrong-password':
        return { ...again, error: account.password.wrong }
      case 'too-many':
        return { ...again, error: auth.tooMany }
      case 'asked':
        return {
          values: {},
          done: { sentence: t('asked', { email, minutes: ADDRESS_LINK_MINUTES }) },
        }
    }
  },
)

/** Changes one's own address, behind the link that was mailed to it. */
export const changeAddressAction = consoleAction(
  { capability: 'own-account', fresh: true },
  z.object({ token: text }),
  async ({ token }, { organiser }) => {
    const session = await currentSession()
    const { outcome } = await changeAddress(token, organiser, session?.id ?? '')
    return outcome === 'changed' ? 'account?notice=changed' : 'address'
  },
)

/** Makes new recovery codes, and leads to where they are shown once. */
export const renewCodesAction = consoleFormAction(
  { capability: 'own-account', fresh: true },
  z.object({ password: text }),
  async ({ password }, { organiser, locale }): Promise<ShortFormState | string> => {
    const cookies = await renewRecoveryCodes(password, organiser, await requestHeaders())
    const { account } = (await getMessages({ locale })).organisers
    if (!cookies) return { values: {}, error: account.password.wrong }
    await keepCookies(cookies)
    return 'recovery-codes'
  },
)

/** Options for making a passkey. */
export const beginPasskeyAction = consoleCall(
  { capability: 'own-account', fresh: true },
  z.undefined(),
  async () => {
    const { options, cookies } = await beginPasskey(await requestHeaders())
    await keepCookies(cookies)
    return options
  },
)

/** Saves a new passkey. */
export const addPasskeyAction = consoleCall(
  { capability: 'own-account', fresh: true },
  z.unknown(),
  async (answer, organiser): Promise<{ isRefused: true } | string> =>
    (await addPasskey(answer, organiser, await requestHeaders())) ? DONE : { isRefused: true },
)

export const removePasskeyAction = consoleAction(
  { capability: 'own-account', fresh: true },
  idField,
  async ({ id }, { organiser }) => {
    await removePasskey(id, organiser)
    return DONE
  },
)
