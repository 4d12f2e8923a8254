import type { Signature } from '#lib/database/types.ts'
import type { FieldValues } from '../sign-form-state.ts'

/** A stored signature as the fields of a form. */
export function formValuesOf(signature: Signature): FieldValues {
  return {
    kind: signature.kind,
    name: signature.name,
    organisation: signature.organisation ?? '',
    role: signature.role ?? '',
    category: signature.category ?? '',
    country: signature.country ?? '',
    website: signature.website ?? '',
    statement: signature.statement ?? '',
    capacity: signature.capacity,
    ...(signature.isPublic && { public: 'on' }),
    ...(signature.wantsUpdates && { updates: 'on' }),
  }
}
