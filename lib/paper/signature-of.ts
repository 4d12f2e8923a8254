import { timeZone } from '#lib/content/campaign.ts'
import type { HoldReason, PaperBatch, Prisma } from '#lib/database/types.ts'
import { isForgery } from '#lib/signatures/trust/find-hold-reasons.ts'
import { organisationFacts } from '#lib/signatures/trust/organisation-facts.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { boundsOfDay } from '#lib/time/zoned-time.ts'
import type { PaperSignature } from './read-row.ts'

type Circumstances = {
  batch: PaperBatch
  /** Hash of the letter that they signed. */
  letterVersion: string
  /** Keys of addresses that this site must not write to. */
  suppressed: Set<string | undefined>
  now: Date
}

/**
 * A row of paper as a signature: confirmed by the hand that signed it, or held where its name imitates
 * another. An address whose owner wants no mail is not kept.
 */
export function signatureOf(
  { name, kind, organisation, role, category, country, email, ...row }: PaperSignature,
  { batch, letterVersion, suppressed, now }: Circumstances,
): Prisma.SignatureCreateManyInput {
  const address = email && !suppressed.has(email.key) ? email : null
  const said = { name, kind, organisation: organisation ?? null, email: address?.address ?? '' }
  const holdReasons: HoldReason[] = isForgery(said) ? ['imitation'] : []
  return {
    ...said,
    ...organisationFacts({ ...said, website: null }),
    emailKey: address?.key ?? null,
    status: holdReasons.length > 0 ? 'held' : 'confirmed',
    holdReasons,
    role: role ?? null,
    category: category ?? null,
    country: country ?? null,
    capacity: kind === 'organisation' ? 'official' : 'personal',
    ...consentsOf({ ...row, email: address }, batch),
    locale: batch.locale,
    letterVersion,
    searchKey: searchKey(said),
    paperBatchId: batch.id,
    submittedAt: boundsOfDay(batch.gatheredOn, timeZone()).start,
    confirmedAt: now,
  }
}

/** What a row's person agreed to: the site writes to nobody without an address. */
export function consentsOf(
  row: Pick<PaperSignature, 'public' | 'updates' | 'email'>,
  batch: Pick<PaperBatch, 'allPublic'>,
) {
  return {
    isPublic: batch.allPublic || row.public,
    wantsUpdates: row.email !== null && row.updates,
  }
}
