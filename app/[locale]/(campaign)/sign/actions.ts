'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { CLIENT_ADDRESS_HEADER } from '#lib/defence/client-address.ts'
import type { FieldName, SignFormState } from '#lib/signatures/sign-form-state.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'

/** The form under the letter: to the next step for every address alike, or back with what was typed. */
export async function signLetterAction(
  _previous: SignFormState,
  form: FormData,
): Promise<SignFormState> {
  const values = readForm(form)
  const result = await submitSignature(values, await clientAddress()).catch(() => null)
  if (result?.outcome === 'accepted') redirect(`/${result.locale}/sign/check-your-mail`)
  return {
    errors: result?.outcome === 'invalid' ? result.errors : {},
    values: onlyTexts(values),
    ...(!result && { formError: 'unavailable' }),
    ...(result?.outcome === 'too-many' && { formError: 'too-many' }),
  }
}

async function clientAddress() {
  return (await headers()).get(CLIENT_ADDRESS_HEADER) ?? ''
}

/** A field that stands twice in the form stays two values, for the schema to refuse. */
function readForm(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter(name => !name.startsWith('$ACTION'))
  return Object.fromEntries(
    names.map(name => {
      const all = form.getAll(name)
      return [name, all.length === 1 ? all[0] : all]
    }),
  )
}

function onlyTexts(values: Record<string, unknown>): Partial<Record<FieldName, string>> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'string'),
  ) as Partial<Record<FieldName, string>>
}
