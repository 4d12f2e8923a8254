import { z } from 'zod'
import type { ActName } from '#components/organisers/signatures/acts.ts'
import type { Organiser } from '#lib/access/organiser.ts'
import type { ActOutcome, ReadSignature } from '#lib/moderation/act-on-signature.ts'
import { agreeWithReports, dismissReports } from '#lib/moderation/decide-reports.ts'
import { decideStatement } from '#lib/moderation/decide-statement.ts'
import {
  featureSignature,
  LAST_FEATURED_PLACE,
  unfeatureSignature,
} from '#lib/moderation/feature-signature.ts'
import { hideName, showName } from '#lib/moderation/hide-name.ts'
import { holdSignature } from '#lib/moderation/hold-signature.ts'
import { releaseSignature } from '#lib/moderation/release-signature.ts'
import { removeSignature, restoreSignature } from '#lib/moderation/remove-signature.ts'
import { REASONS } from '#lib/signatures/filters/filters.ts'
import { pressedFields } from './after-deciding.ts'
import { readRemoval } from './removal-reasons.ts'

type Do = (
  organiser: Organiser,
  read: ReadSignature,
  form: FormData,
) => Promise<ActOutcome | { outcome: 'no-reason' }>

/** The use case behind each button. */
export const ACTS: Record<ActName, Do> = {
  release: releaseSignature,
  hold: (organiser, read, form) => holdSignature(organiser, read, reason.parse(form.get('reason'))),
  hide: hideName,
  show: showName,
  approve: (organiser, read) => decideStatement(organiser, read, 'approved'),
  refuse: (organiser, read) => decideStatement(organiser, read, 'refused'),
  feature: (organiser, read, form) =>
    featureSignature(organiser, read, place.parse(form.get('place'))),
  unfeature: unfeatureSignature,
  remove: async (organiser, read, form) => {
    const removal = readRemoval(form)
    return removal ? removeSignature(organiser, read, removal) : { outcome: 'no-reason' }
  },
  refuseDouble: (organiser, read) =>
    removeSignature(organiser, read, { reason: 'double', tellsOwner: false }),
  restore: restoreSignature,
  agree: agreeWithReports,
  dismiss: dismissReports,
}

const reason = z.enum(REASONS).catch('by_hand')
const place = z.coerce.number().int().min(1).max(LAST_FEATURED_PLACE).catch(1)

/** The signature that a form is about, as it was read, and where the form stands. */
export const readFields = pressedFields.extend({
  contents: z.string().regex(/^[0-9a-f]{64}$/),
})

export function isAct(name: unknown): name is ActName {
  return typeof name === 'string' && Object.hasOwn(ACTS, name)
}
