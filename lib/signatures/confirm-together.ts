import { randomUUIDv7 } from 'node:crypto'
import DataLoader from 'dataloader'
import { database } from '#lib/database/client.ts'
import { type HoldReason, Prisma } from '#lib/database/types.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { type Confirmation, confirmPending, tellsHeld } from './queries/confirm.ts'
import { replacePaperSignature } from './replace-paper-signature.ts'
import { readActiveRules } from './rules/active-rules.ts'
import { columnsOf, type SignatureDetails } from './signature-details.ts'
import { findHoldReasonsOfEach, findReasonsOfEach, mayBeBraked } from './trust/find-hold-reasons.ts'
import { organisationFacts } from './trust/organisation-facts.ts'

/** Window in milliseconds, and size, of one group. */
const GROUP_MS = 10
const MOST_IN_A_GROUP = 64

/** A confirmation of a form. */
export type ChosenForm = {
  details: SignatureDetails
  signatureId: string
  /** Keyed hash of the network of who presses, where it is known. */
  pressNetworkHash: string | null
  now: Date
}

const groups = processSingleton(
  'confirmation-groups',
  () =>
    new DataLoader<ChosenForm, boolean>(confirmTogether, {
      cache: false,
      maxBatchSize: MOST_IN_A_GROUP,
      batchScheduleFn: begin => setTimeout(begin, GROUP_MS),
    }),
)

/**
 * Confirms a form of a signature that waits for it. Those who press at the same time share one transaction and one
 * flush, and each gets her own outcome. Resolves to whether it was this press that confirmed it.
 */
export function confirmForm(form: ChosenForm): Promise<boolean> {
  return groups.load(form)
}

/**
 * A group that fails is tried one by one, and so is a second press of one signature. Organisations are confirmed
 * alone: each must find the other spellings of its name that were confirmed before.
 */
async function confirmTogether(chosen: readonly ChosenForm[]) {
  const first = new Map(chosen.toReversed().map(one => [one.signatureId, one]))
  const group = chosen.filter(
    one => first.get(one.signatureId) === one && one.details.kind === 'individual',
  )
  const moved = await confirmPlain(group).catch(() => new Set<string>())
  return Promise.all(
    chosen.map(async one => {
      if (first.get(one.signatureId) === one && moved.has(one.signatureId)) return true
      return confirmAlone(one).catch((error: Error) => error)
    }),
  )
}

/**
 * Confirms individuals in two statements and no transaction around them: what is read of crowds, and all that changes.
 * Left out is who may be held with a crowd, which counts for a brake. Resolves to the ids of those that were moved.
 */
async function confirmPlain(chosen: ChosenForm[]) {
  const [{ now } = { now: new Date() }] = chosen
  if (chosen.length === 0) return new Set<string>()
  const found = await findReasonsOfEach(database, claimsOf(chosen), now, await readActiveRules())
  const rows = chosen.flatMap((one, place) => {
    const reasons = found[place]
    if (!reasons || mayBeBraked(reasons)) return []
    return [confirmationOf(one, [...reasons.ownReasons, ...reasons.ruled])]
  })
  const moved = rows.length > 0 ? await confirmPending(database, rows) : []
  return new Set(moved.map(({ id }) => id))
}

async function confirmAlone(one: ChosenForm) {
  return (await confirmAll([one])).has(one.signatureId)
}

/** Confirms signatures in one transaction. Resolves to the ids of those that were not confirmed yet. */
async function confirmAll(chosen: ChosenForm[]) {
  const rules = await readActiveRules()
  return database.$transaction(async transaction => {
    const [{ now } = { now: new Date() }] = chosen
    const reasons = await findHoldReasonsOfEach(transaction, claimsOf(chosen), now, rules)
    const rows = chosen.map((one, place) => confirmationOf(one, reasons[place] ?? []))
    const moved = await confirmPending(transaction, rows)
    const ids = new Set(moved.map(({ id }) => id))
    for (const row of rows.filter(({ signatureId }) => !ids.has(signatureId)))
      if (await replacePaper(transaction, row)) ids.add(row.signatureId)
    return ids
  })
}

function claimsOf(chosen: ChosenForm[]) {
  return chosen.map(({ details, signatureId, pressNetworkHash }) => ({
    ...details,
    signatureId,
    pressNetworkHash,
  }))
}

function confirmationOf(
  { details, signatureId, pressNetworkHash, now }: ChosenForm,
  holdReasons: HoldReason[],
) {
  return {
    signatureId,
    details,
    pressNetworkHash,
    ...organisationFacts(details),
    searchKey: searchKey(details),
    holdReasons,
    eventId: randomUUIDv7(),
    mailId: randomUUIDv7(),
    now,
  }
}

async function replacePaper(transaction: Prisma.TransactionClient, row: Confirmation) {
  const { signatureId, details, now, eventId, mailId, ...given } = row
  const isReplaced = await replacePaperSignature(transaction, signatureId, {
    ...columnsOf(details),
    ...given,
    statementStatus: details.statement ? 'waiting' : 'none',
    confirmedAt: now,
  })
  if (isReplaced) await closeLinks(transaction, signatureId, now)
  if (isReplaced && tellsHeld(given.holdReasons)) await tellHeld(transaction, signatureId)
  return isReplaced
}

/** What else was typed with this address goes, and with it the mails that would have asked about it. */
async function closeLinks(transaction: Prisma.TransactionClient, signatureId: string, now: Date) {
  await transaction.confirmationLink.deleteMany({ where: { signatureId, isMailed: false } })
  await transaction.confirmationLink.updateMany({
    where: { signatureId },
    data: { usedAt: now, details: Prisma.DbNull, browserHash: null },
  })
  await transaction.mail.deleteMany({
    where: { signatureId, kind: { in: ['confirm', 'reminder'] }, status: 'waiting' },
  })
}

function tellHeld(transaction: Prisma.TransactionClient, signatureId: string) {
  return transaction.mail.create({ data: { kind: 'held', signatureId } })
}
