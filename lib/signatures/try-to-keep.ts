import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/time/time-spans.ts'
import { newConfirmationLink } from './confirmation-link.ts'

/** A trial that went well is believed for so long. */
const BELIEVED_MS = MINUTE_MS

/** One that failed is repeated sooner, so that an end of the trouble is seen. */
const DOUBTED_MS = 5 * SECOND_MS

/** `GET /api/health` answers within a second where the database is silent, and within three where it is not. */
const LONGEST_TRIAL_MS = 1.5 * SECOND_MS

/** Nobody's address (RFC 2606). */
const TRIAL = {
  email: 'trial@example.invalid',
  name: 'Trial',
  kind: 'individual',
  locale: 'en',
  letterVersion: 'trial',
  searchKey: 'trial',
} as const

type Trial = { isWell: boolean; until: number; trying?: Promise<boolean> | undefined }

const last = processSingleton('trial signature', (): Trial => ({ isWell: false, until: 0 }))

/**
 * Whether a signature could be kept: a form of either kind, its link and its mail are written and rolled back, at most
 * once a minute for each process while all is well. A database that answers may be unable to: it may only be read, a
 * table is locked, a right is missing.
 */
export async function couldKeepSignature(): Promise<boolean> {
  if (Date.now() < last.until) return last.isWell
  last.trying ??= tryInTime().then(isWell => {
    last.isWell = isWell
    last.until = Date.now() + (isWell ? BELIEVED_MS : DOUBTED_MS)
    last.trying = undefined
    return isWell
  })
  return last.trying
}

/** Forgets the last trial: the next question makes one. */
export function forgetTrial() {
  last.until = 0
}

function tryInTime() {
  const isLate = new Promise<false>(resolve => {
    setTimeout(resolve, LONGEST_TRIAL_MS, false).unref()
  })
  return Promise.race([withPatience('signing', tryToKeep), isLate])
}

/** Thrown so that the transaction ends with nothing written. */
class RolledBack extends Error {}

async function tryToKeep() {
  try {
    await database.$transaction(async transaction => {
      const { id: signatureId } = await transaction.signature.create({ data: TRIAL })
      const link = newConfirmationLink(new Date())
      await transaction.confirmationLink.create({ data: { ...link, details: {}, signatureId } })
      await transaction.mail.create({ data: { kind: 'confirm', signatureId, linkId: link.id } })
      await transaction.repeatedForm.create({
        data: { emailKey: TRIAL.email, details: {}, isTrial: true, submittedAt: new Date() },
      })
      throw new RolledBack()
    })
  } catch (error) {
    return error instanceof RolledBack
  }
  return false
}
