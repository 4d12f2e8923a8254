'use server'

import { redirect } from 'next/navigation'
import { extendSignature } from '#lib/signatures/extend-signature.ts'
import { extensionPath, extensionProof, outcomePath } from './proof.ts'

/** The button that extends a signature to the letter as it stands. */
export async function extendAction(locale: string, form: FormData) {
  const token = form.get('token')
  const proof = await extensionProof(token)
  const result = await extendSignature(proof, form.get('version')).catch(() => null)
  // The page that showed the button says what is wrong, or what has changed meanwhile.
  if (!result || result.outcome === 'changed-again') redirect(`/${locale}${extensionPath(token)}`)
  redirect(outcomePath(locale, result.outcome))
}
