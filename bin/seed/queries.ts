import type { Prisma } from '#lib/database/types.ts'

/** What the statements below draw from, as tables that end with the transaction. */
export const TABLES = [
  {
    name: 'seed_person',
    from: 'people',
    columns: 'name text, country text, locale text, folded text',
  },
  { name: 'seed_organisation', from: 'organisations', columns: 'name text, folded text, key text' },
  { name: 'seed_text', from: 'texts', columns: 'locale text, version text, consent text' },
  { name: 'seed_hour', from: 'hours', columns: 'start timestamptz, signatures int' },
] as const

/** A place of a list, by chance. */
const anyOf = (list: string) => `(${list})[1 + floor(random() * cardinality(${list}))::int]`

/** A UUID of version 7 (RFC 9562, section 5.7) for a moment: rows sort by it as they were written. */
const uuidAt = (moment: string) => `(
  lpad(to_hex((extract(epoch FROM ${moment}) * 1000)::bigint), 12, '0')
  || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid`

/**
 * $1 now, $2 what tells this seeding from others, $3 roles, $4 statements, $5 domains, $6 referrers,
 * $7 tags, $8 categories. Shares are those of a campaign that goes well: most confirm within the hour,
 * who did not confirm in 14 days is gone, networks are kept for 30 days.
 */
const INSERT_SIGNATURES = `
WITH drawn AS MATERIALIZED (
  SELECT
    row_number() OVER () AS i,
    h.start + random() * interval '1 hour' AS submitted_at,
    1 + floor(random() * (SELECT count(*) FROM seed_person))::int AS person,
    1 + floor(random() * (SELECT count(*) FROM seed_organisation))::int AS place,
    random() < 0.04 AS is_organisation,
    random() < 0.34 AS is_affiliated,
    random() < 0.16 AS has_statement,
    random() < 0.85 AS is_public,
    random() AS fate,
    random() AS reason,
    -ln(1 - random()) * interval '25 minutes' AS hesitation,
    ${anyOf('$5::text[]')} AS domain
  FROM seed_hour h, generate_series(1, h.signatures)
), settled AS (
  SELECT *,
    CASE
      WHEN fate < 0.09 AND submitted_at > $1::timestamptz - interval '14 days' THEN 'pending'
      WHEN fate > 0.994 THEN 'held'
      WHEN fate > 0.984 THEN 'withdrawn'
      ELSE 'confirmed'
    END AS status
  FROM drawn
)
INSERT INTO signature (
  id, email_key, email, status, hold_reasons, name, kind, organisation, role, category, country,
  website, is_domain_verified, organisation_key, statement, statement_status, capacity, is_public,
  wants_updates, locale, letter_version, consent_version, network_hash, referrer_host, came_from,
  search_key, submitted_at, confirmed_at, withdrawn_at
)
SELECT
  ${uuidAt('s.submitted_at')},
  CASE WHEN is_gone THEN NULL ELSE address END,
  CASE WHEN is_gone THEN '' ELSE address END,
  s.status::signature_status,
  CASE WHEN s.status <> 'held' THEN '{}'
    WHEN is_organisation THEN '{organisation_unverified}'
    WHEN reason < 0.3 THEN '{disposable_address}'
    WHEN reason < 0.5 THEN '{imitation}'
    WHEN reason < 0.8 THEN '{network_burst}'
    WHEN reason < 0.9 THEN '{domain_burst}'
    ELSE '{reported}' END::hold_reason[],
  CASE WHEN is_gone THEN '' ELSE p.name END,
  (CASE WHEN is_organisation THEN 'organisation' ELSE 'individual' END)::signature_kind,
  CASE WHEN has_place AND NOT is_gone THEN o.name END,
  CASE WHEN has_place AND NOT is_gone THEN ${anyOf('$3::text[]')} END,
  CASE WHEN random() < 0.72 AND NOT is_gone THEN ($8::text[])[1 + floor(power(random(), 1.8) * cardinality($8::text[]))::int] END,
  CASE WHEN random() < 0.93 AND NOT is_gone THEN p.country END,
  CASE WHEN is_organisation AND NOT is_gone THEN 'https://' || domain || '/' END,
  is_organisation AND NOT is_gone AND s.status = 'confirmed',
  CASE WHEN is_organisation AND NOT is_gone THEN o.key END,
  CASE WHEN says THEN ${anyOf('$4::text[]')} END,
  (CASE WHEN NOT says OR s.status = 'pending' THEN 'none'
    WHEN s.submitted_at > $1::timestamptz - interval '6 hours' THEN 'waiting'
    WHEN random() < 0.06 THEN 'refused'
    ELSE 'approved' END)::statement_status,
  (CASE WHEN is_organisation OR (is_affiliated AND random() < 0.1) THEN 'official'
    ELSE 'personal' END)::signing_capacity,
  is_public AND NOT is_gone,
  random() < 0.55 AND NOT is_gone,
  p.locale,
  coalesce(t.version, ''),
  coalesce(t.consent, ''),
  CASE WHEN s.submitted_at > $1::timestamptz - interval '30 days' AND NOT is_gone
    THEN 'seeded-' || substr(md5('network' || floor(power(random(), 2) * 6000)), 1, 22) END,
  CASE WHEN NOT is_gone THEN ${anyOf('$6::text[]')} END,
  CASE WHEN NOT is_gone THEN ${anyOf('$7::text[]')} END,
  CASE WHEN is_gone THEN '' WHEN has_place THEN p.folded || ' ' || o.folded ELSE p.folded END,
  s.submitted_at,
  CASE WHEN s.status <> 'pending' THEN confirmed_at END,
  CASE WHEN is_gone THEN least(confirmed_at + random() * interval '20 days', $1::timestamptz) END
FROM settled s
JOIN seed_person p ON p.n = s.person
JOIN seed_organisation o ON o.n = s.place
LEFT JOIN seed_text t ON t.locale = p.locale
CROSS JOIN LATERAL (
  SELECT
    'signatory.' || $2 || '.' || s.i || '@' || s.domain AS address,
    least(s.submitted_at + s.hesitation, $1::timestamptz) AS confirmed_at,
    s.status = 'withdrawn' AS is_gone,
    s.is_organisation OR s.is_affiliated AS has_place,
    s.has_statement AND s.status <> 'withdrawn' AS says
) AS made
ORDER BY s.i`

/** $1 as $2 above: what each of them went through. */
const INSERT_EVENTS = `
INSERT INTO signature_event (id, signature_id, kind, codes, at)
SELECT ${uuidAt('confirmed_at')}, id,
  (CASE WHEN status = 'held' THEN 'held' ELSE 'confirmed' END)::signature_event_kind,
  hold_reasons::text[], confirmed_at
FROM signature WHERE email LIKE 'signatory.' || $1 || '.%' AND confirmed_at IS NOT NULL`

/** $1 as $2 above: some shown names that readers wonder about. */
const INSERT_REPORTS = `
INSERT INTO name_report (id, signature_id, reason, network_hash, created_at)
SELECT ${uuidAt('confirmed_at')}, id,
  (ARRAY['not-real', 'not-them', 'insulting'])[1 + floor(random() * 3)::int],
  'seeded-reader-' || row_number() OVER (), confirmed_at + interval '1 hour'
FROM (
  SELECT id, confirmed_at FROM signature
  WHERE email LIKE 'signatory.' || $1 || '.%' AND status = 'confirmed' AND is_public
  ORDER BY confirmed_at DESC LIMIT 7
) AS newest`

/** $1 as $2 above: some mails that the provider refused. */
const INSERT_FAILED_MAILS = `
INSERT INTO mail (id, kind, status, signature_id, attempts, last_error, created_at)
SELECT ${uuidAt('submitted_at')}, 'confirm', 'failed', id, 9, 'invalid_to_address', submitted_at
FROM (
  SELECT id, submitted_at FROM signature
  WHERE email LIKE 'signatory.' || $1 || '.%' AND status = 'pending'
  ORDER BY submitted_at DESC LIMIT 12
) AS newest`

type Table = (typeof TABLES)[number]

/** Makes a table that ends with the transaction, of rows numbered from 1. */
export async function fillTable(
  transaction: Prisma.TransactionClient,
  { name, columns }: Table,
  rows: readonly object[],
) {
  await transaction.$executeRawUnsafe(
    `CREATE TEMPORARY TABLE ${name} ON COMMIT DROP AS
       SELECT row_number() OVER ()::int AS n, * FROM json_to_recordset($1::json) AS t(${columns})`,
    JSON.stringify(rows),
  )
  await transaction.$executeRawUnsafe(`ANALYZE ${name}`)
}

/** Lists that a statement draws from by chance; null is as good as any other value. */
type Lists = Record<
  'roles' | 'statements' | 'domains' | 'referrers' | 'tags' | 'categories',
  readonly (string | null)[]
>

/**
 * Draws the signatures of the tables and lists, with what each of them went through. Resolves to how many.
 * @param stamp what tells this seeding from others
 */
export async function insertSeeded(
  transaction: Prisma.TransactionClient,
  now: Date,
  stamp: string,
  { roles, statements, domains, referrers, tags, categories }: Lists,
) {
  const lists = [roles, statements, domains, referrers, tags, categories]
  const added = await transaction.$executeRawUnsafe(INSERT_SIGNATURES, now, stamp, ...lists)
  await transaction.$executeRawUnsafe(INSERT_EVENTS, stamp)
  await transaction.$executeRawUnsafe(INSERT_REPORTS, stamp)
  await transaction.$executeRawUnsafe(INSERT_FAILED_MAILS, stamp)
  return added
}
