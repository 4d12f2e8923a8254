import { database } from '#lib/database/client.ts'
import { spend } from '#lib/defence/rate-limits.ts'
import type { Organiser } from '../organiser.ts'
import { recordDeed } from '../trail/record-deed.ts'
import { auth } from './auth.ts'
import { unlessRefused } from './refusals.ts'

/** The recovery codes that an organiser was not shown yet, or null: they are shown once. */
export async function readNewRecoveryCodes(organiserId: string): Promise<string[] | null> {
  const app = await database.organiserCodeApp.findUnique({ where: { organiserId } })
  if (!app?.isVerified || app.codesKeptAt) return null
  return readCodes(organiserId)
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(organiserId: string) {
  if ((await database.organiserCodeApp.count({ where: { organiserId } })) === 0) return 0
  return (await readCodes(organiserId)).length
}

/** The organiser says that she keeps them: they are not shown again. */
export async function keepRecoveryCodes(organiserId: string, now = new Date()) {
  const where = { organiserId, isVerified: true, codesKeptAt: null }
  await database.organiserCodeApp.updateMany({ where, data: { codesKeptAt: now } })
}

/** Makes new recovery codes; the old ones no longer work. False for a wrong password. */
export async function renewRecoveryCodes(password: unknown, by: Organiser, headers: Headers) {
  if (await spend('organiser-code', by.id)) return false
  const answer = await unlessRefused(
    auth().api.generateBackupCodes({ body: { password: String(password ?? '') }, headers }),
  )
  if (!answer) return false
  await database.organiserCodeApp.update({
    where: { organiserId: by.id },
    data: { codesKeptAt: null },
  })
  await recordDeed({ by, kind: 'recovery-codes-renewed' })
  return true
}

async function readCodes(userId: string) {
  return (await auth().api.viewBackupCodes({ body: { userId } })).backupCodes
}
