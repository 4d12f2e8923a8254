import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { beginBulkAction, undoBulkAction } from '#lib/moderation/bulk/begin-bulk-action.ts'
import { continueBulkAction } from '#lib/moderation/bulk/continue-bulk-action.ts'
import { freezeSignatures } from '#lib/moderation/bulk/freeze-signatures.ts'
import { agreeWithReports, dismissReports } from '#lib/moderation/decide-reports.ts'
import { readPage } from '#lib/moderation/list-signatures.ts'
import { contentsOf } from '#lib/moderation/queries/signatures.ts'
import { readSignature } from '#lib/moderation/read-signature.ts'
import { releaseSignature } from '#lib/moderation/release-signature.ts'
import type { Removal } from '#lib/moderation/remove-signature.ts'
import type { Filters } from '#lib/signatures/filters/filters.ts'

/** Léa, who keeps the list clean. */
export const lea: Organiser = {
  id: '01890000-0000-7000-8000-000000000001',
  email: 'lea@example.org',
  role: 'owner',
  networkHash: 'a network',
}

/** A removal of which nobody is told. */
export const IN_SILENCE: Removal = { reason: 'other', tellsOwner: false }

/** A signature as it can be read at this moment. */
export async function readNow(id: string) {
  return { id, contents: await contentsOf(id) }
}

/** Léa reads a signature and lets it count; resolves to whether that was done. */
export async function release(id: string) {
  const { outcome } = await releaseSignature(lea, await readNow(id))
  return outcome === 'done'
}

/** Léa agrees with those who reported a name. */
export async function agree(id: string) {
  const { outcome } = await agreeWithReports(lea, await readNow(id))
  return outcome === 'done'
}

/** Léa finds nothing wrong with a reported name. */
export async function dismiss(id: string) {
  await dismissReports(lea, await readNow(id))
}

/** What waits for Léa. */
export async function readHeld() {
  return (await readPage({ status: 'held' })).signatures
}

/** Reported names that are still shown. */
export async function readReported() {
  return (await readPage({ status: 'confirmed', mark: 'reported' })).signatures
}

/** Léa removes everyone from example.org at once. */
export function removeAll(now: Date) {
  return removeWhere({ domain: 'example.org' }, now)
}

/** Léa removes everyone of a country at once. */
export function removeAllOfCountry(country: string, now: Date) {
  return removeWhere({ country }, now)
}

async function removeWhere(rule: Filters, now: Date) {
  const frozen = await freezeSignatures(lea, { kind: 'remove', choice: { rule } })
  if (frozen.outcome !== 'frozen') return
  await beginBulkAction(lea, frozen.id, { removalReason: 'other' })
  await continueBulkAction(frozen.id, now)
}

/** Léa undoes what she did last to many. */
export async function undoAll(now: Date) {
  const last = await database.bulkAction.findFirst({
    where: { state: 'done' },
    orderBy: { id: 'desc' },
  })
  if (!last) return
  await undoBulkAction(lea, last.id, now)
  await continueBulkAction(last.id, now)
}

/** Names of the organisations that one may be the same as. */
export async function doublesOf(id: string) {
  return (await readSignature(lea, id))?.trust.doubles
}
