// What each process of the site gives serve.ts, whatever its role.

/** A process of the site that is under way. */
export type Role = {
  /** What whoever started it gets to know, as its ready message. */
  facts: { site?: string; mailbox?: string | undefined; firstLink?: string | null | undefined }
  /** Finishes what is under way, and closes everything. */
  end: () => Promise<void>
}
