import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { Prisma, Signature } from '#lib/database/types.ts'
import { logRefusedForm } from '#lib/log/refused-form.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { lockSignature } from '../queries/signatures.ts'
import type { FieldErrors } from '../sign-form-state.ts'
import { errorsByField, type FormChoices, ownFields } from '../signature-form.ts'
import { forgetTally } from '../tally.ts'
import { organisationFacts } from '../trust/organisation-facts.ts'
import { lookAgain, REASONS_OF_A_CORRECTION } from './look-again.ts'
import { readOwnSignature } from './signatory-session.ts'

/** Outcome of a correction. */
export type CorrectSignatureOutcome =
  | { outcome: 'corrected' | 'no-session' }
  | { outcome: 'invalid'; errors: FieldErrors }

/**
 * Corrects a signature for its owner. A changed statement waits for an organiser again, and a new
 * name or organisation is looked at as if it were new: what would be held is held.
 */
export async function correctSignature(
  sessionToken: unknown,
  values: unknown,
  choices: Omit<FormChoices, 'languages'>,
  now = sharedNow(),
): Promise<CorrectSignatureOutcome> {
  const signature = await readOwnSignature(sessionToken, now)
  if (!signature) return { outcome: 'no-session' }
  const checked = correctionForm(signature, choices).safeParse(values)
  if (!checked.success) {
    const errors = errorsByField(checked.error)
    logRefusedForm('correct', errors)
    return { outcome: 'invalid', errors }
  }

  await database.$transaction(async transaction => {
    // What organisers decide at this moment is not overwritten by what was read before.
    await lockSignature(transaction, signature.id)
    const current = await transaction.signature.findUnique({ where: { id: signature.id } })
    if (current) await apply(transaction, current, checked.data, now)
  })
  forgetTally()
  return { outcome: 'corrected' }
}

function correctionForm({ kind }: Signature, choices: Omit<FormChoices, 'languages'>) {
  const needed = (value: unknown) => kind !== 'organisation' || Boolean(value)
  return z
    .object(ownFields(choices))
    .refine(form => needed(form.organisation), { path: ['organisation'], error: 'required' })
    .refine(form => needed(form.role), { path: ['role'], error: 'required' })
}

type Correction = z.output<ReturnType<typeof correctionForm>>

async function apply(
  transaction: Prisma.TransactionClient,
  signature: Signature,
  correction: Correction,
  now: Date,
) {
  const after = afterCorrection(signature, correction)
  const { count } = await transaction.signature.updateMany({
    where: { id: signature.id, status: { notIn: ['withdrawn', 'removed'] } },
    data: after,
  })
  if (count === 0) return
  const changed = Object.keys(after).filter(
    key => after[key as keyof typeof after] !== signature[key as keyof Signature],
  )
  await transaction.signatureEvent.create({
    data: { signatureId: signature.id, kind: 'corrected', codes: changed },
  })
  if (changed.some(field => FIELDS_LOOKED_AT.includes(field))) {
    await lookAgain(transaction, { ...signature, ...after }, REASONS_OF_A_CORRECTION, now)
  }
}

const FIELDS_LOOKED_AT = ['name', 'organisation', 'capacity', 'website']

function afterCorrection(signature: Signature, form: Correction) {
  const isOrganisation = signature.kind === 'organisation'
  const organisation = form.organisation ?? null
  const website = isOrganisation ? (form.website ?? null) : null
  const statement = form.statement ?? null
  const isSameStatement = statement === signature.statement
  const newStatus = statement ? ('waiting' as const) : ('none' as const)
  return {
    name: form.name,
    organisation,
    role: form.role ?? null,
    category: form.category ?? null,
    country: form.country ?? null,
    website,
    statement,
    statementStatus: isSameStatement ? signature.statementStatus : newStatus,
    capacity: isOrganisation ? ('official' as const) : form.capacity,
    isPublic: form.public,
    wantsUpdates: form.updates,
    searchKey: searchKey({ name: form.name, organisation }),
    ...organisationFacts({ ...signature, organisation, website }),
    // An address that retention erased proves what it proved before.
    ...(!signature.email &&
      website === signature.website && { isDomainVerified: signature.isDomainVerified }),
  }
}
