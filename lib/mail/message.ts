/** A mail that is ready to go. It has one recipient, ever. */
export type Message = {
  /** Id of the outbox row: the same mail sent again has the same one. */
  id: string
  /** Sender, as in `Name <address>`. */
  from: string
  to: string
  subject: string
  html: string
  text: string
  /** Headers besides, such as List-Unsubscribe. */
  headers?: Record<string, string>
}

/** What became of an attempt to hand a message over. */
export type Delivery =
  | { outcome: 'sent' }
  | {
      outcome: 'refused'
      /** The provider's error code or ours, never its text: that may hold an address. */
      code: string
      /** Whether trying again may help. */
      isTemporary: boolean
      /** How long the provider asks us to wait, in milliseconds. */
      retryAfterMs?: number
    }

/** A way out for mails: Resend, or the local mailbox. */
export type MailDoor = (message: Message) => Promise<Delivery>
