import { database } from '#lib/database/client.ts'
import { asColumnNames } from '#lib/database/column-names.ts'
import type { Prisma } from '#lib/database/types.ts'
import type { SignatureDetails } from '../signature-details.ts'

/** A form as a signature of an address that nobody has signed with: its link, and the mail that asks to confirm it. */
export type NewSignature = {
  signature: SignatureDetails & {
    id: string
    emailKey: string
    searchKey: string
    isTrial: boolean
  }
  link: {
    id: string
    tokenHash: string
    rejectionTokenHash: string
    expiresAt: Date
    browserHash: string | null
  }
  mail: { id: string; nextAttemptAt?: Date }
  /** Keyed hashes of the address: under one of them it may be suppressed, or erased. */
  addressHashes: string[]
  now: Date
}

/**
 * Inserts signatures with their links and mails, all in one statement and so in one transaction and one flush,
 * of those addresses that have no signature yet, nor had one from which retention erased them, and are not suppressed.
 * The form of every other address, and each further one of the same, is stored as it is (`repeated_form`).
 * Resolves to the ids of the signatures that were inserted.
 * @param since older bounces are forgotten, and older pauses have ended
 */
export async function insertNewSignatures(
  rows: NewSignature[],
  since: { bounces: Date; pauses: Date },
): Promise<Set<string>> {
  // In one order for all, so that two groups with the same addresses do not wait for each other in a circle.
  const ordered = rows.toSorted((one, other) =>
    one.signature.emailKey < other.signature.emailKey ? -1 : 1,
  )
  const signed = await database.$queryRaw<{ id: string }[]>`
    WITH given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(ordered.map(asColumns))}::jsonb) AS given (
        id uuid, email_key text, search_key text, email text, name text, kind text, organisation text,
        role text, category text, country text, website text, statement text, capacity text,
        is_public boolean, wants_updates boolean, locale text, letter_version text, consent_version text,
        network_hash text, referrer_host text, came_from text, is_trial boolean, now timestamptz, details jsonb,
        link_id uuid, token_hash text, rejection_token_hash text, browser_hash text, expires_at timestamptz,
        mail_id uuid, next_attempt_at timestamptz, address_hashes text[]
      )
    ), signed AS (
      INSERT INTO signature (
        id, email_key, search_key, email, name, kind, organisation, role, category, country, website,
        statement, capacity, is_public, wants_updates, locale, letter_version, consent_version,
        network_hash, referrer_host, came_from, is_trial, submitted_at, hold_reasons
      )
      SELECT id, email_key, search_key, email, name, kind::signature_kind, organisation, role, category,
        country, website, statement, capacity::signing_capacity, is_public, wants_updates, locale,
        letter_version, consent_version, network_hash, referrer_host, came_from, is_trial, now, '{}'
      FROM given
      WHERE NOT EXISTS (
        SELECT FROM suppression
        WHERE key_hash = ANY (given.address_hashes)
          AND suppression.created_at > CASE reason
            WHEN 'bounced' THEN ${since.bounces}::timestamptz
            WHEN 'paused' THEN ${since.pauses}::timestamptz
            ELSE '-infinity' END
      ) AND NOT EXISTS (
        SELECT FROM erased_address erased WHERE erased.address_hash = ANY (given.address_hashes)
      )
      ON CONFLICT (email_key) DO NOTHING
      RETURNING id
    ), linked AS (
      INSERT INTO confirmation_link (
        id, signature_id, token_hash, rejection_token_hash, details, browser_hash, submitted_at, expires_at,
        created_at
      )
      SELECT link_id, id, token_hash, rejection_token_hash, details, browser_hash, now, expires_at, now
      FROM given WHERE id IN (SELECT id FROM signed)
    ), mailed AS (
      INSERT INTO mail (id, kind, signature_id, link_id, created_at, next_attempt_at)
      SELECT mail_id, 'confirm', id, link_id, now, coalesce(next_attempt_at, transaction_timestamp())
      FROM given WHERE id IN (SELECT id FROM signed)
    ), repeated AS (
      INSERT INTO repeated_form (id, email_key, details, browser_hash, is_trial, submitted_at, next_attempt_at)
      SELECT id, email_key, details, browser_hash, is_trial, now, next_attempt_at
      FROM given WHERE id NOT IN (SELECT id FROM signed)
    )
    SELECT id FROM signed`
  return new Set(signed.map(({ id }) => id))
}

/** Deletes the forms that were stored of a signature's address and not taken yet: its owner takes it all back. */
export async function dropRepeatedForms(
  transaction: Prisma.TransactionClient,
  signatureId: string,
) {
  await transaction.$executeRaw`
    DELETE FROM repeated_form form USING signature
    WHERE signature.id = ${signatureId}::uuid AND form.email_key = signature.email_key`
}

function asColumns({ signature, link, mail, addressHashes, now }: NewSignature) {
  const { id, emailKey, searchKey, isTrial, ...details } = signature
  return {
    id,
    email_key: emailKey,
    search_key: searchKey,
    ...asColumnNames(details),
    is_trial: isTrial,
    now,
    details,
    link_id: link.id,
    token_hash: link.tokenHash,
    rejection_token_hash: link.rejectionTokenHash,
    browser_hash: link.browserHash,
    expires_at: link.expiresAt,
    mail_id: mail.id,
    next_attempt_at: mail.nextAttemptAt,
    address_hashes: addressHashes,
  }
}
