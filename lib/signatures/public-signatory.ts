import type { Prisma } from '#lib/database/types.ts'
import { needsCapacityNote, PERSONAL_CAPACITY_NOTE } from './capacity-note.ts'

/** What anyone may know of a signatory who agreed to be shown: this and nothing else. */
export type PublicSignatory = {
  /** Stable, and says nothing about the person. */
  id: string
  name: string
  kind: 'individual' | 'organisation'
  organisation: string | null
  role: string | null
  /** Code of a category of content/campaign.yaml. */
  category: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** In what capacity an individual signs; an organisation's is always official. */
  capacity: 'personal' | 'official'
  /** What has to stand beside the affiliation of somebody who signs for herself. */
  capacityNote: string | null
  /** Whether an organisation signed from an address of its website's domain. */
  isDomainVerified: boolean
  /** Website of an organisation: https://host/. */
  website: string | null
  /** Path of an organisation's logo; it changes with the image. */
  logo: string | null
  /** Why she signs, once an organiser has approved it. */
  statement: string | null
  /** ISO 8601, UTC. */
  confirmedAt: string
}

/** The columns that toPublicSignatory reads. */
export const PUBLIC_COLUMNS = {
  id: true,
  name: true,
  kind: true,
  organisation: true,
  role: true,
  category: true,
  country: true,
  capacity: true,
  isDomainVerified: true,
  website: true,
  logoHash: true,
  statement: true,
  statementStatus: true,
  confirmedAt: true,
} satisfies Prisma.SignatureSelect

type PublicRow = Prisma.SignatureGetPayload<{ select: typeof PUBLIC_COLUMNS }>

/** Reshapes a row by an allow-list, so that a new column is private until someone says otherwise. */
export function toPublicSignatory(row: PublicRow): PublicSignatory {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    organisation: row.organisation,
    role: row.role,
    category: row.category,
    country: row.country,
    capacity: row.capacity,
    capacityNote: needsCapacityNote(row) ? PERSONAL_CAPACITY_NOTE : null,
    isDomainVerified: row.isDomainVerified,
    website: row.kind === 'organisation' ? row.website : null,
    logo: row.kind === 'organisation' && row.logoHash ? logoPath(row.id, row.logoHash) : null,
    statement: row.statementStatus === 'approved' ? row.statement : null,
    confirmedAt: (row.confirmedAt ?? new Date(0)).toISOString(),
  }
}

/** By what a signatory is found in a list: an organisation by its own name. */
export function headlineOf({
  kind,
  name,
  organisation,
}: Pick<PublicSignatory, 'kind' | 'name' | 'organisation'>) {
  return kind === 'organisation' ? (organisation ?? name) : name
}

function logoPath(id: string, hash: string) {
  return `/api/logos/${id}?v=${hash}`
}
