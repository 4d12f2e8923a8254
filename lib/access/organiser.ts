import type { OrganiserRole } from '#lib/database/types.ts'

/** The signed-in organiser, as use cases receive her. */
export type Organiser = {
  id: string
  /** E-mail address. */
  email: string
  role: OrganiserRole
  /** Keyed hash of the network that she acts from, for the audit log. */
  networkHash: string
}
