import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import type { OrganiserRole } from '#lib/database/types.ts'

/** An organiser who is signed in, from a network that the audit log knows as a hash. */
export async function anOrganiser(name: string, role: OrganiserRole): Promise<Organiser> {
  const email = `${name.toLowerCase()}@letter.example`
  const { id } = await database.organiser.create({ data: { email, role } })
  return { id, email, role, networkHash: `network-of-${name}` }
}

/** What the audit log holds, oldest first. */
export async function readAuditEvents(kind?: string) {
  return database.auditRecord.findMany({ where: kind ? { kind } : {}, orderBy: { id: 'asc' } })
}
