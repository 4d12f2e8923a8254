import { asColumnNames } from '#lib/database/column-names.ts'
import type { HoldReason, Prisma } from '#lib/database/types.ts'
import type { SignatureDetails } from '../signature-details.ts'
import { MOVES } from '../states.ts'

/** What a signature becomes when its owner confirms one of its forms. */
export type Confirmation = {
  signatureId: string
  details: SignatureDetails
  searchKey: string
  organisationKey: string | null
  isDomainVerified: boolean
  pressNetworkHash: string | null
  /** Why it waits for a look instead of counting; none for most. */
  holdReasons: HoldReason[]
  /** Ids of the line of its history, and of the mail that says that it is held. */
  eventId: string
  mailId: string
  now: Date
}

/** A signature that was moved, and where to. */
export type Confirmed = { id: string; status: 'confirmed' | 'held' }

/**
 * Confirms signatures that wait for it, or holds them, in one statement: the row, its history, its links, the mails
 * that would still have asked, the mail that says that it is held, and a message for each webhook (none where there is
 * none, nor of a trial). Resolves to those that were moved; of any number who confirm one at the same time, one moves
 * it.
 */
export async function confirmPending(
  transaction: Prisma.TransactionClient,
  rows: Confirmation[],
): Promise<Confirmed[]> {
  return transaction.$queryRaw<Confirmed[]>`
    WITH given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows.map(asColumns))}::jsonb) AS given (
        id uuid, status text, event text, hold_reasons text[], search_key text, organisation_key text,
        is_domain_verified boolean, email text, name text, kind text, organisation text, role text,
        category text, country text, website text, statement text, capacity text, is_public boolean,
        wants_updates boolean, locale text, letter_version text, consent_version text, network_hash text,
        press_network_hash text, referrer_host text, came_from text, now timestamptz, event_id uuid, mail_id uuid, tells_held boolean
      )
    ), moved AS (
      UPDATE signature SET
        status = given.status::signature_status, hold_reasons = given.hold_reasons::hold_reason[],
        search_key = given.search_key, organisation_key = given.organisation_key,
        is_domain_verified = given.is_domain_verified, email = given.email, name = given.name,
        kind = given.kind::signature_kind, organisation = given.organisation, role = given.role,
        category = given.category, country = given.country, website = given.website,
        statement = given.statement,
        statement_status = (CASE WHEN given.statement <> '' THEN 'waiting' ELSE 'none' END)::statement_status,
        capacity = given.capacity::signing_capacity, is_public = given.is_public,
        wants_updates = given.wants_updates, locale = given.locale,
        letter_version = given.letter_version, consent_version = given.consent_version,
        network_hash = given.network_hash, press_network_hash = given.press_network_hash, referrer_host = given.referrer_host,
        came_from = given.came_from, confirmed_at = given.now
      FROM given
      WHERE signature.id = given.id
        AND signature.status = ANY (${[...MOVES.confirm.from]}::signature_status[])
      RETURNING signature.id, signature.status, signature.kind, signature.country, signature.category,
        signature.locale, signature.is_trial
    ), noted AS (
      INSERT INTO signature_event (id, signature_id, kind, codes)
      SELECT event_id, id, event::signature_event_kind, hold_reasons
      FROM given WHERE id IN (SELECT id FROM moved)
    ), dropped AS (
      DELETE FROM confirmation_link
      WHERE signature_id IN (SELECT id FROM moved) AND NOT is_mailed
    ), closed AS (
      UPDATE confirmation_link SET used_at = given.now, details = NULL, browser_hash = NULL
      FROM given
      WHERE signature_id = given.id AND given.id IN (SELECT id FROM moved) AND is_mailed
    ), unasked AS (
      DELETE FROM mail
      WHERE signature_id IN (SELECT id FROM moved) AND kind IN ('confirm', 'reminder')
        AND status = 'waiting'
    ), told AS (
      INSERT INTO mail (id, kind, signature_id)
      SELECT mail_id, 'held', id FROM given
      WHERE tells_held AND id IN (SELECT id FROM moved WHERE status = 'held')
    ), webhook_told AS (
      INSERT INTO webhook_message (webhook_id, event, signature_id, about)
      SELECT webhook.id, 'confirmed'::webhook_event, moved.id, jsonb_build_object(
        'kind', moved.kind, 'country', moved.country, 'category', moved.category, 'language', moved.locale)
      FROM webhook CROSS JOIN moved
      WHERE webhook.disabled_at IS NULL AND moved.status = 'confirmed' AND NOT moved.is_trial
    )
    SELECT id::text, status::text FROM moved`
}

/** Whether a mail says that a signature is held: to who is blocked it would teach what works. */
export function tellsHeld(holdReasons: HoldReason[]) {
  return holdReasons.length > 0 && !holdReasons.includes('blocked')
}

function asColumns({ signatureId, details, holdReasons, ...row }: Confirmation) {
  const move = holdReasons.length > 0 ? MOVES.confirmHeld : MOVES.confirm
  return {
    id: signatureId,
    status: move.to,
    event: move.event,
    hold_reasons: holdReasons,
    search_key: row.searchKey,
    organisation_key: row.organisationKey,
    is_domain_verified: row.isDomainVerified,
    press_network_hash: row.pressNetworkHash,
    ...asColumnNames(details),
    now: row.now,
    event_id: row.eventId,
    mail_id: row.mailId,
    tells_held: tellsHeld(holdReasons),
  }
}
