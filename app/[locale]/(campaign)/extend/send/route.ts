import { reconfirmSignature } from '#lib/signatures/reconfirm-signature.ts'
import { formRoute } from '../../form-route.ts'
import { outcomePath, reconfirmationPath, reconfirmationProof } from '../proof.ts'

/** Reconfirms a signature to the current letter. */
const route = formRoute('/extend', async ({ locale, form }) => {
  const token = form.get('token')
  const proof = await reconfirmationProof(token)
  const result = await reconfirmSignature(proof, form.get('version')).catch(() => null)
  // The page that showed the button says what is wrong, or what has changed meanwhile.
  if (!result || result.outcome === 'changed-again') {
    return { goOn: `/${locale}${reconfirmationPath(token)}` }
  }
  return { goOn: outcomePath(locale, result.outcome) }
})

export const GET = route.GET
export const POST = route.POST
