import { setTimeout as wait } from 'node:timers/promises'
import { database } from '#lib/database/client.ts'
import { withLockIfFree } from '#lib/database/locks.ts'
import { Prisma } from '#lib/database/types.ts'

/** What is counted of signatures: the database's function `signature_facets` lists the same. */
export type Facet =
  | 'tally'
  | 'submitted-hour'
  | 'confirmed-hour'
  | 'category'
  | 'locale'
  | 'referrer-host'
  | 'came-from'

/** How many signatures share the values of `key`, in the order of `signature_facets`. */
export type FacetCount = { facet: Facet; key: (string | null)[]; signatures: number }

/** Folding rests at so many changes, so that it never holds its rows for long. */
const MOST_DELTAS_AT_ONCE = 20_000

const NOW = Prisma.sql`(
  SELECT facet, key, signatures FROM signature_count
  UNION ALL
  SELECT facet, key, signatures FROM signature_count_delta
)`

/**
 * The counts of some facets as they are at this moment: what was folded and what was not yet, read by one
 * statement. Costs as many rows as there are groups, whatever the number of signatures.
 */
export async function readFacetCounts(
  facets: readonly Facet[],
  transaction: Prisma.TransactionClient = database,
): Promise<FacetCount[]> {
  const rows = await transaction.$queryRaw<(Omit<FacetCount, 'key'> & { key: string })[]>`
    SELECT facet, key, sum(signatures)::int AS signatures FROM ${NOW} AS now
    WHERE facet IN (${Prisma.join([...facets])})
    GROUP BY facet, key HAVING sum(signatures) <> 0`
  return rows.map(({ key, ...row }) => ({ ...row, key: JSON.parse(key) }))
}

/**
 * Folds the changes of the counts into them; resolves to how many there were. Of several instances one does
 * it at a time, the others find nothing to do.
 */
export function foldCountDeltas(): Promise<number> {
  return database.$transaction(async transaction => {
    if (!(await withLockIfFree(transaction, 'signature-counts'))) return 0
    const [folded] = await transaction.$queryRaw<{ deltas: number }[]>`
      WITH taken AS (
        DELETE FROM signature_count_delta
        WHERE id IN (SELECT id FROM signature_count_delta ORDER BY id LIMIT ${MOST_DELTAS_AT_ONCE})
        RETURNING facet, key, signatures
      ), folded AS (
        INSERT INTO signature_count AS count (facet, key, signatures)
        SELECT facet, key, sum(signatures) FROM taken GROUP BY facet, key
        ON CONFLICT (facet, key) DO UPDATE SET signatures = count.signatures + EXCLUDED.signatures
      )
      SELECT count(*)::int AS deltas FROM taken`
    await transaction.$executeRaw`DELETE FROM signature_count WHERE signatures = 0`
    return folded?.deltas ?? 0
  })
}

/** Signatures that are counted at once: some tenths of a second. */
const PORTION = 20_000

/** After each portion counting rests so many times as long as it took: it has a fifth of one core at most. */
const REST = 4
const LONGEST_REST_MS = 5_000

const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Compares the counts with all signatures, in the snapshot of a repeatable-read transaction, and puts right
 * what differs by more deltas: those who sign meanwhile wait for nothing. Resolves to how many counts differed.
 * Walks over every signature, in portions and with rests: a crowd that signs meanwhile shall not notice.
 * @param atOnce how many signatures are counted between two rests
 * @throws when the signal is aborted
 */
export async function correctCounts(
  transaction: Prisma.TransactionClient,
  signal = new AbortController().signal,
  atOnce = PORTION,
): Promise<number> {
  const counted = JSON.stringify(await countAll(transaction, signal, atOnce))
  const [corrected] = await transaction.$queryRaw<{ differences: number }[]>`
    WITH stored AS (
      SELECT facet, key, sum(signatures) AS signatures FROM ${NOW} AS now GROUP BY facet, key
    ), counted AS (
      SELECT * FROM jsonb_to_recordset(${counted}::jsonb) AS all_signatures (facet text, key text, signatures bigint)
    ), corrected AS (
      INSERT INTO signature_count_delta (facet, key, signatures)
      SELECT facet, key, coalesce(counted.signatures, 0) - coalesce(stored.signatures, 0)
      FROM counted FULL JOIN stored USING (facet, key)
      WHERE coalesce(counted.signatures, 0) <> coalesce(stored.signatures, 0)
      RETURNING id
    )
    SELECT count(*)::int AS differences FROM corrected`
  return corrected?.differences ?? 0
}

type Counted = { facet: string; key: string; signatures: number }

async function countAll(
  transaction: Prisma.TransactionClient,
  signal: AbortSignal,
  atOnce: number,
) {
  const all = new Map<string, Counted>()
  for (let after = FIRST_ID; after !== LAST_ID; ) {
    signal.throwIfAborted()
    const begunAt = performance.now()
    const until = await endOfPortion(transaction, after, atOnce)
    const portion = await transaction.$queryRaw<Counted[]>`
      SELECT facet, key, count(*)::int AS signatures FROM signature_facet
      WHERE id > ${after}::uuid AND id <= ${until}::uuid GROUP BY facet, key`
    for (const { facet, key, signatures } of portion) {
      const name = `${facet} ${key}`
      all.set(name, { facet, key, signatures: signatures + (all.get(name)?.signatures ?? 0) })
    }
    if (until !== LAST_ID)
      await wait(Math.min(LONGEST_REST_MS, REST * (performance.now() - begunAt)), null, { signal })
    after = until
  }
  return [...all.values()]
}

async function endOfPortion(transaction: Prisma.TransactionClient, after: string, atOnce: number) {
  const [last] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM signature WHERE id > ${after}::uuid ORDER BY id OFFSET ${atOnce - 1} LIMIT 1`
  return last?.id ?? LAST_ID
}

/**
 * Confirmed signatures of each day of a time zone from the first one to `now`, oldest first, those without
 * any among them. An hour belongs to the day in which it begins.
 */
export function readConfirmedByDay(
  timeZone: string,
  now: Date,
  transaction: Prisma.TransactionClient = database,
) {
  return transaction.$queryRaw<{ day: string; signatures: number }[]>`
    WITH by_day AS (
      SELECT ((key::jsonb ->> 0 || ':00Z')::timestamptz AT TIME ZONE ${timeZone})::date AS day,
        sum(signatures)::int AS signatures
      FROM ${NOW} AS now WHERE facet = 'confirmed-hour' GROUP BY 1 HAVING sum(signatures) <> 0
    )
    SELECT to_char(d, 'YYYY-MM-DD') AS day, coalesce(signatures, 0) AS signatures
    FROM generate_series((SELECT min(day) FROM by_day),
      (${now}::timestamptz AT TIME ZONE ${timeZone})::date, '1 day') AS d
    LEFT JOIN by_day ON by_day.day = d::date
    ORDER BY d`
}
