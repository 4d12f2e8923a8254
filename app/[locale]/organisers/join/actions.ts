'use server'

import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { acceptLink } from '#lib/organisers/people/accept-link.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { requestHeaders } from '../access.ts'
import { keepCookies } from '../keep-cookies.ts'

/** A password, behind a link. */
export async function joinAction(
  locale: string,
  token: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const { join: words, auth } = (await getMessages({ locale })).organisers
  const email = String(form.get('email') ?? '')
  const typed = { token, email, password: form.get('password') }
  const result = await acceptLink(typed, await requestHeaders())
  const again = { values: { email } }
  switch (result.outcome) {
    case 'refused-password':
      return { ...again, error: words.faults[result.fault] }
    case 'invalid-address':
      return { ...again, error: words.invalidAddress, errorIn: 'email' }
    case 'too-many':
      return { ...again, error: auth.tooMany }
    case 'unknown':
      return redirect(`/${locale}/organisers/join`)
    case 'accepted':
      await keepCookies(result.cookies)
      return redirect(`/${locale}/organisers/set-up`)
  }
}
