import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { organiserLabel } from '#lib/access/organiser-label.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { readLikelyDoubles } from '#lib/signatures/organisations/likely-doubles.ts'
import { mailDomain } from '#lib/signatures/trust/mail-domains.ts'
import { countSignatures } from './count-signatures.ts'
import { contentsOf } from './queries/signatures.ts'

export type SignatureDetail = NonNullable<Awaited<ReturnType<typeof readSignature>>>

/**
 * All that is known of one signature: its history, its mails, what speaks for and against it. That it
 * was seen stands in the audit log. Null where there is none.
 */
export async function readSignature(organiser: Organiser, id: unknown) {
  const checked = z.uuid().safeParse(id)
  if (!checked.success) return null
  // Before the row itself: if it changes in between, a decision on what was shown is refused.
  const contents = await contentsOf(checked.data)
  const signature = await database.signature.findUnique({
    where: { id: checked.data },
    include: {
      events: { orderBy: { id: 'asc' } },
      mails: {
        orderBy: { id: 'asc' },
        select: { id: true, kind: true, status: true, createdAt: true, sentAt: true },
      },
      reports: {
        where: { decidedAt: null },
        orderBy: { id: 'asc' },
        select: { id: true, reason: true, createdAt: true },
      },
      notes: { orderBy: { id: 'asc' } },
    },
  })
  if (!signature) return null
  await recordAuditEvent({ by: organiser, kind: 'signature-seen', subject: signature.id, rows: 1 })
  const { events, mails, reports, notes, ...row } = signature
  const organisers = await organisersOf([...events, ...notes])
  const byOf = ({ organiserId }: { organiserId: string | null }) =>
    organisers.get(organiserId ?? '') ?? null
  return {
    signature: row,
    contents,
    history: events.map(event => ({ ...event, by: byOf(event) })),
    notes: notes.map(note => ({ ...note, by: byOf(note) })),
    mails,
    reports,
    trust: await readTrust(row),
  }
}

async function readTrust(signature: Signature) {
  const { networkHash, pressNetworkHash: pressNetwork, email } = signature
  const domain = email ? mailDomain(email) : null
  const doubles = signature.organisationKey ? await readLikelyDoubles([signature]) : undefined
  return {
    domain,
    ofDomain: domain ? await countSignatures({ domain }) : null,
    network: networkHash,
    ofNetwork: networkHash ? await countSignatures({ network: networkHash }) : null,
    pressNetwork,
    ofPressNetwork: pressNetwork ? await countSignatures({ pressNetwork }) : null,
    doubles: doubles?.get(signature.id) ?? [],
  }
}

async function organisersOf(events: { organiserId: string | null }[]) {
  const ids = [...new Set(events.flatMap(({ organiserId }) => organiserId ?? []))]
  if (ids.length === 0) return new Map<string, string>()
  const organisers = await database.organiser.findMany({ where: { id: { in: ids } } })
  return new Map(organisers.map(organiser => [organiser.id, organiserLabel(organiser)]))
}
