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
  /** Website of an organisation, as https://host/. */
  website: text,
  statement: text,
  capacity: z.enum(['personal', 'official']),
  isPublic: z.boolean(),
  wantsUpdates: z.boolean(),
  /** Language of the form and of the letter that was read. */
  locale: z.string(),
  /** Version of the letter in that language (lib/content/letter-version.ts). */
  letterVersion: z.string(),
  /** Hash of the consent's wording (consent.ts). */
  consentVersion: z.string(),
  /** Keyed hash of the network that the form came from. */
  networkHash: text,
  /** Host that led to the letter, and the tag of our own link (referrer.ts); not in links of earlier versions. */
  referrerHost: text.default(null),
  cameFrom: text.default(null),
  /** Rules whose network the form came from (rules/active-rules.ts); left out where there is none. */
  networkRules: z.array(z.string()).optional(),
})

/** What the site adds to a form: the text that was read, and where the form came from. */
export type Circumstances = Pick<
  SignatureDetails,
  'letterVersion' | 'consentVersion' | 'networkHash' | 'referrerHost' | 'cameFrom' | 'networkRules'
>

/** Reshapes a checked form. An organisation always signs in its own, official capacity. */
export function detailsOf(form: SignatureForm, circumstances: Circumstances): SignatureDetails {
  const isOrganisation = form.kind === 'organisation'
  return {
    ...circumstances,
    email: form.email,
    name: form.name,
    kind: form.kind,
    organisation: form.organisation ?? null,
    role: form.role ?? null,
    category: form.category ?? null,
    country: form.country ?? null,
    website: isOrganisation ? (form.website ?? null) : null,
    statement: form.statement ?? null,
    capacity: isOrganisation ? 'official' : form.capacity,
    isPublic: form.public,
    wantsUpdates: form.updates,
    locale: form.locale,
  }
}

/** What of a form the signature's own row holds. */
export function columnsOf({ networkRules, ...columns }: SignatureDetails) {
  return columns
}

/** Reads the details that a link keeps. @throws when the database holds something else. */
export function readDetails(stored: unknown) {
  return signatureDetails.parse(stored)
}
