import { z } from 'zod'
import type { SignatureForm } from './signature-form.ts'

/** What a signatory typed and agreed to: kept with the link that confirms exactly this. */
export type SignatureDetails = z.infer<typeof signatureDetails>

const text = z.string().nullable()

const signatureDetails = z.object({
  email: z.string(),
  name: z.string(),
  kind: z.enum(['individual', 'organisation']),
  organisation: text,
  role: text,
  category: text,
  country: text,
  statement: text,
  capacity: z.enum(['personal', 'official']),
  isPublic: z.boolean(),
  wantsUpdates: z.boolean(),
  /** Language of the form and of the letter that was read. */
  locale: z.string(),
  /** Version of the letter in that language (lib/letter/letter-version.ts). */
  letterVersion: z.string(),
})

/** Reshapes a checked form. An organisation always signs in its own, official capacity. */
export function detailsOf(form: SignatureForm, letterVersion: string): SignatureDetails {
  return {
    email: form.email,
    name: form.name,
    kind: form.kind,
    organisation: form.organisation ?? null,
    role: form.role ?? null,
    category: form.category ?? null,
    country: form.country ?? null,
    statement: form.statement ?? null,
    capacity: form.kind === 'organisation' ? 'official' : form.capacity,
    isPublic: form.public,
    wantsUpdates: form.updates,
    locale: form.locale,
    letterVersion,
  }
}

/** Reads the details that a link keeps. @throws when the database holds something else. */
export function readDetails(stored: unknown) {
  return signatureDetails.parse(stored)
}
