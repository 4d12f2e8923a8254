import { headers } from 'next/headers'
import { REFUSED_FORM_HEADER, unpackRefusedForm } from '#lib/security/refused-form.ts'

/** The form of that name as it was sent, where this page answers one that was refused. */
export async function refusedForm(form: string) {
  return unpackRefusedForm((await headers()).get(REFUSED_FORM_HEADER), form)
}
