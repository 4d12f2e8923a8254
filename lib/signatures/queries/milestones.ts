import { database } from '#lib/database/client.ts'

/** When the nth of the signatures that count was confirmed; null where there are fewer. */
export async function confirmationOf(nth: number): Promise<Date | null> {
  const [row] = await database.$queryRaw<{ confirmedAt: Date | null }[]>`
    SELECT confirmed_at FROM signature WHERE status = 'confirmed' AND NOT is_trial
    ORDER BY confirmed_at OFFSET ${nth - 1} LIMIT 1`
  return row?.confirmedAt ?? null
}
