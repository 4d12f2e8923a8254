import { database } from '#lib/database/client.ts'
import { columnName } from '#lib/database/column-names.ts'
import { readRows } from '#lib/database/read-rows.ts'
import type { Prisma } from '#lib/database/types.ts'
import { FROZEN_COLUMNS, type FrozenRow } from './record.ts'

/** Seconds without progress after which a worker counts as dead, by the database's clock. */
const LEASE_SECONDS = 180

/** Claims the next waiting snapshot, or one whose worker died. Resolves to its id, null if there is none. */
export async function claimSnapshot() {
  const [claimed] = await database.$queryRaw<{ id: string }[]>`
    UPDATE delivery_snapshot SET state = 'making', progress = 0, lease_until = now() + ${LEASE_SECONDS}::int * interval '1 s'
    WHERE id = (
      SELECT id FROM delivery_snapshot
      WHERE state = 'waiting' OR (state = 'making' AND lease_until < now())
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id`
  return claimed?.id ?? null
}

/** Keeps the lease of a snapshot that is under way, with how much of its pack is made, in percent. */
export async function keepLease(id: string, progress: number) {
  await database.$executeRaw`
    UPDATE delivery_snapshot
    SET progress = ${progress}, lease_until = now() + ${LEASE_SECONDS}::int * interval '1 s'
    WHERE id = ${id}::uuid`
}

/** Every confirmed signature at one moment, by its id, in constant memory. */
export function readConfirmed(url: string) {
  return readRows<FrozenRow & { takenAt: Date }>(url, CONFIRMED)
}

const CONFIRMED = {
  text: `SELECT ${FROZEN_COLUMNS.map(columnName).join(', ')}, now() AS taken_at
FROM signature WHERE status = 'confirmed' AND NOT is_trial ORDER BY id`,
  values: [],
}

/** A signature as it is frozen. */
export type FrozenMember = {
  signatureId: string
  record: string
  isNamed: boolean
  salt: Buffer
  leaf: Buffer
}

/** Adds members to a snapshot, the first of them at this place of the tree. */
export async function insertMembers(
  transaction: Prisma.TransactionClient,
  id: string,
  firstPlace: number,
  members: FrozenMember[],
) {
  await transaction.$executeRaw`
    INSERT INTO delivery_member
      (snapshot_id, place, leaf, salt, record, is_named, signature_id)
    SELECT ${id}::uuid, place, decode(leaf, 'hex'), decode(salt, 'hex'), record, named, signature
    FROM unnest(
      ${members.map((_, index) => firstPlace + index)}::int[],
      ${members.map(({ leaf }) => leaf.toString('hex'))}::text[],
      ${members.map(({ salt }) => salt.toString('hex'))}::text[],
      ${members.map(({ record }) => record)}::text[],
      ${members.map(({ isNamed }) => isNamed)}::boolean[],
      ${members.map(({ signatureId }) => signatureId)}::uuid[]
    ) AS member(place, leaf, salt, record, named, signature)`
}

/** What the triggers of the database do, for changes that came while the rows were being written. */
export async function eraseWhatWasTakenBack(transaction: Prisma.TransactionClient, id: string) {
  await transaction.$executeRaw`
    UPDATE delivery_member AS member
    SET record = NULL, salt = NULL,
        signature_id = CASE WHEN signature.status <> 'withdrawn' THEN signature.id END
    FROM delivery_member AS frozen
    LEFT JOIN signature ON signature.id = frozen.signature_id
    WHERE member.snapshot_id = ${id}::uuid AND frozen.snapshot_id = ${id}::uuid
      AND member.place = frozen.place AND frozen.record IS NOT NULL
      AND (signature.id IS NULL OR signature.status = 'withdrawn'
        OR (frozen.is_named AND (signature.is_hidden OR NOT signature.is_public)))`
}

/** Everybody who is named in a snapshot, of one country or of all, in the order of the tree, in constant memory. */
export function readNamed(url: string, snapshotId: string, country: string | null) {
  const values = [snapshotId, country]
  return readRows<{ place: number; record: string }>(url, { text: NAMED, values })
}

const NAMED = `SELECT place, record FROM delivery_member
WHERE snapshot_id = $1::uuid AND is_named AND record IS NOT NULL
  AND ($2::text IS NULL OR record::jsonb->>'country' = $2)
ORDER BY place`

/**
 * Everybody who is named in a snapshot: organisations, then people by category, then those of none; within
 * by country, then those of none. In constant memory.
 * @param country the only one, ISO 3166-1 alpha-2; null for all
 * @param categories codes, in their order
 * @param countries codes, in their order
 */
export function readNamedInGroups(
  url: string,
  snapshotId: string,
  country: string | null,
  { categories, countries }: { categories: string[]; countries: string[] },
) {
  const values = [snapshotId, categories, countries, country]
  return readRows<{ record: string }>(url, { text: NAMED_IN_GROUPS, values })
}

const NAMED_IN_GROUPS = `SELECT record FROM (
  SELECT record, record::jsonb AS said FROM delivery_member
  WHERE snapshot_id = $1::uuid AND is_named AND record IS NOT NULL
) AS named
WHERE $4::text IS NULL OR said->>'country' = $4
ORDER BY said->>'kind' DESC,
  CASE WHEN said->>'kind' = 'individual' THEN array_position($2::text[], said->>'category') END,
  array_position($3::text[], said->>'country'), said->>'country'`

/** How many of a snapshot, of one country or of all, show their names. */
export async function countNamed(snapshotId: string, country: string | null) {
  const [counted] = await database.$queryRaw<{ named: number }[]>`
    SELECT count(*)::int AS named FROM delivery_member
    WHERE snapshot_id = ${snapshotId}::uuid AND is_named AND record IS NOT NULL
      AND (${country}::text IS NULL OR record::jsonb->>'country' = ${country})`
  return counted?.named ?? 0
}

/** How many of a snapshot, of one country or of all, do not wish to be named, by kind and category. */
export function countUnnamedByCategory(snapshotId: string, country: string | null) {
  return database.$queryRaw<{ kind: string; category: string | null; signatures: number }[]>`
    SELECT record::jsonb->>'kind' AS kind, record::jsonb->>'category' AS category,
           count(*)::int AS signatures
    FROM delivery_member
    WHERE snapshot_id = ${snapshotId}::uuid AND NOT is_named AND record IS NOT NULL
      AND (${country}::text IS NULL OR record::jsonb->>'country' = ${country})
    GROUP BY 1, 2`
}

/** In which languages packs are, and whether a cover letter is among them, by id. */
export async function readContents(ids: string[]) {
  const rows = await database.$queryRaw<{ id: string; languages: string[]; hasCover: boolean }[]>`
    SELECT id::text AS id,
      ARRAY(SELECT jsonb_array_elements_text(nullif(print_content->'chosenLanguages', 'null'))) AS languages,
      jsonb_path_exists(print_content, '$.languages[*].cover.text') AS "hasCover"
    FROM delivery_snapshot WHERE id = ANY(${ids}::uuid[])`
  return new Map(rows.map(row => [row.id, row]))
}
