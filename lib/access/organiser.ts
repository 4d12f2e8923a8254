import type { OrganiserRole } from '#lib/database/types.ts'

/** An organiser who is signed in, as every use case that she starts knows her. */
export type Organiser = {
  id: string
  /** The address by which she is known. */
  email: string
  role: OrganiserRole
  /** Keyed hash of the network that she acts from, for the audit log. */
  networkHash: string
}
