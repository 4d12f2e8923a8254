import { database } from '#lib/database/client.ts'
import { hashPassword, isOutdated } from './password-hash.ts'

/** Hashes a password that was just found right anew, where it was hashed as one did before. */
export async function renewPasswordHash(email: string, password: string) {
  const kept = await database.organiserPassword.findFirst({
    where: { organiser: { email } },
    select: { id: true, password: true },
  })
  if (!kept?.password || !isOutdated(kept.password)) return
  await database.organiserPassword.updateMany({
    where: { id: kept.id, password: kept.password },
    data: { password: await hashPassword(password) },
  })
}
