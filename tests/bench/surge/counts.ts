import pg from 'pg'

/** How many signatures are confirmed, and how many of them are shown on the public list. */
export async function countSigned(databaseUrl: string) {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const { rows } = await client.query<Record<'confirmed' | 'shown', number>>(`
    SELECT count(*)::int AS confirmed,
      count(*) FILTER (WHERE is_public AND NOT is_hidden)::int AS shown
    FROM signature WHERE status = 'confirmed'`)
  await client.end()
  return rows[0] ?? { confirmed: 0, shown: 0 }
}
