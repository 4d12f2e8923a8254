import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'

/** What a process of the site must share with all others, or may differ in during an update alone. */
export type Fingerprint = {
  id: string
  role: 'web' | 'worker'
  siteUrl: string
  contentHash: string
  version: string
}

type Transaction = Pick<Prisma.TransactionClient, '$executeRaw' | '$queryRaw'>

/** Seconds after which a process that said nothing is taken for dead; it speaks every SEEN_EVERY_MS. */
export const LIVES_FOR_SECONDS = 15

/** Hours after which a dead one is forgotten. */
const FORGOTTEN_AFTER_HOURS = 24

/** Processes that said of late that they live. */
export function readLivingProcesses(transaction: Transaction) {
  return transaction.$queryRaw<Fingerprint[]>`
    SELECT id, role, site_url, content_hash, version FROM site_process
    WHERE seen_at > now() - ${LIVES_FOR_SECONDS}::int * interval '1 s'`
}

/** Writes down that a process lives, and forgets those that died long ago. */
export async function noteProcess(transaction: Transaction, process: Fingerprint) {
  const { id, role, siteUrl, contentHash, version } = process
  await transaction.$executeRaw`
    INSERT INTO site_process (id, role, site_url, content_hash, version, seen_at)
    VALUES (${id}::uuid, ${role}, ${siteUrl}, ${contentHash}, ${version}, now())
    ON CONFLICT (id) DO UPDATE SET seen_at = now(), content_hash = EXCLUDED.content_hash`
  await transaction.$executeRaw`
    DELETE FROM site_process
    WHERE seen_at < now() - ${FORGOTTEN_AFTER_HOURS}::int * interval '1 hour'`
}

/** Forgets a process. */
export async function forgetProcess(id: string) {
  await database.siteProcess.deleteMany({ where: { id } })
}
