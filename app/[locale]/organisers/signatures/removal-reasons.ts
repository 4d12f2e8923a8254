import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import { REMOVAL_REASONS } from '#lib/signatures/removal-reasons.ts'
import { box } from '../form-values.ts'

/** Reasons for a removal, in words of a language. */
export async function removalReasons(locale: string) {
  const { reasons } = (await getMessages({ locale })).organisers.signatures.removal
  return REMOVAL_REASONS.map(code => ({ code, name: reasons[code] }))
}

const removalFields = z.object({ reason: z.enum(REMOVAL_REASONS), tell: box })

/** Why something is removed; null where the form was sent without a reason. */
export function readRemoval(form: FormData) {
  const { data } = removalFields.safeParse(Object.fromEntries(form))
  return data ? { reason: data.reason, tellsOwner: data.tell } : null
}
