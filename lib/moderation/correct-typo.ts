import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import type { Prisma, Signature } from '#lib/database/types.ts'
import type { FieldErrors } from '#lib/signatures/sign-form-state.ts'
import {
  emailField,
  errorsByField,
  type FormChoices,
  ownFields,
} from '#lib/signatures/signature-form.ts'
import { organisationFacts } from '#lib/signatures/trust/organisation-facts.ts'
import { isSuppressed } from '#lib/suppression/suppression.ts'
import { searchKey } from '#lib/text/search-key.ts'
import {
  type ActOutcome,
  actOnSignature,
  type ReadSignature,
  tellHistory,
} from './act-on-signature.ts'
import {
  correctPending,
  type PendingCorrection,
  type PendingOutcome,
  type PendingRefusal,
  TYPO_FIELDS,
} from './correct-pending.ts'

/** Outcome of a correction by an organiser. */
export type CorrectTypoOutcome =
  | ActOutcome
  | { outcome: 'invalid'; errors: FieldErrors }
  | { outcome: PendingRefusal }

/**
 * Corrects a typing mistake for a signatory, who is told by mail; of one who did not confirm yet also the address
 * (correct-pending.ts). The audit log keeps which fields, and codes before and after; words stand nowhere but in the
 * signature.
 */
export async function correctTypo(
  organiser: Organiser,
  read: ReadSignature,
  values: unknown,
  choices: Omit<FormChoices, 'languages'>,
  now = new Date(),
): Promise<CorrectTypoOutcome> {
  const { name, organisation, role, category, country } = ownFields(choices)
  const email = emailField().optional()
  const form = z.object({ name, organisation, role, category, country, email })
  const checked = form.safeParse(values)
  if (!checked.success) return { outcome: 'invalid', errors: errorsByField(checked.error) }
  const after = afterCorrection(checked.data)
  let refusal: PendingRefusal | null = null
  const result = await actOnSignature(organiser, read, {
    kind: 'signature-corrected',
    act: async (transaction, signature) => {
      if (signature.kind === 'organisation' && !(after.organisation && after.role)) return false
      const correction = { ...after, email: checked.data.email }
      const done = await correct(transaction, signature, correction, now)
      if (done && 'refusal' in done) refusal = done.refusal
      if (!done || 'refusal' in done) return false
      await tellHistory(transaction, signature.id, organiser, 'corrected', done.changed)
      return traceOf(signature, after, done.changed)
    },
  })
  return refusal ? { outcome: refusal } : result
}

async function correct(
  transaction: Prisma.TransactionClient,
  signature: Signature,
  { email, ...after }: PendingCorrection,
  now: Date,
): Promise<PendingOutcome> {
  if (signature.status === 'pending') {
    return correctPending(transaction, signature, { ...after, email }, now)
  }
  const changed = TYPO_FIELDS.filter(field => after[field] !== signature[field])
  if (changed.length === 0 || !MAY_BE_CORRECTED.includes(signature.status)) return null
  await apply(transaction, signature, after)
  await tellOwner(transaction, signature, changed)
  return { changed }
}

const MAY_BE_CORRECTED: Signature['status'][] = ['held', 'confirmed']

/** Whether anything of a signature may be corrected. */
export function isCorrectable({ status }: Pick<Signature, 'status'>) {
  return status === 'pending' || MAY_BE_CORRECTED.includes(status)
}

type Corrected = Pick<Signature, (typeof TYPO_FIELDS)[number]>

function afterCorrection(form: { name: string } & Partial<Record<keyof Corrected, string>>) {
  const { organisation = null, role = null, category = null, country = null } = form
  return { name: form.name, organisation, role, category, country }
}

function traceOf(before: Corrected, after: Corrected, changed: string[]) {
  const codes = (['category', 'country'] as const).filter(field => changed.includes(field))
  return {
    fields: changed,
    ...Object.fromEntries(
      codes.map(field => [field, { before: before[field], after: after[field] }]),
    ),
  }
}

async function apply(
  transaction: Prisma.TransactionClient,
  signature: Signature,
  after: Corrected,
) {
  await transaction.signature.update({
    where: { id: signature.id },
    data: {
      ...after,
      searchKey: searchKey(after),
      ...organisationFacts({ ...signature, organisation: after.organisation }),
    },
  })
}

async function tellOwner(
  transaction: Prisma.TransactionClient,
  signature: Signature,
  changed: (keyof Corrected)[],
) {
  const { id, emailKey } = signature
  if (!emailKey || (await isSuppressed(transaction, emailKey))) return
  await transaction.mail.create({
    data: { kind: 'corrected', signatureId: id, notice: changed.join(' ') },
  })
}
