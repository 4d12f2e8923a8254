import type { Prisma } from '#lib/database/types.ts'

/** Releases a brake. Resolves to the number of acts that it prevented; undefined if it was not on. */
export async function deleteBrake(transaction: Prisma.TransactionClient, name: string) {
  const [brake] = await transaction.$queryRaw<{ heldBack: number }[]>`
      DELETE FROM brake WHERE name = ${name} RETURNING held_back`
  return brake?.heldBack
}

/** Releases mails that were postponed until then or later: from now on, one after the other. */
export async function spreadMails(
  transaction: Prisma.TransactionClient,
  { from, secondsBetween }: { from: Date; secondsBetween: number },
) {
  await transaction.$executeRaw`
    UPDATE mail SET next_attempt_at = now() + turn.place * ${secondsBetween}::int * interval '1 s'
    FROM (
      SELECT id, row_number() OVER (ORDER BY id) AS place FROM mail
      WHERE status = 'waiting' AND next_attempt_at >= ${from}
    ) turn
    WHERE mail.id = turn.id`
}
