/** A mail that is ready to go. It has one recipient, ever. */
export type Message = {
  /** Id of the outbox row: the same mail sent again has the same one. */
  id: string
  /** Sender, as in `Name <address>`. */
  from: string
  /** Where an answer goes: to people who read it. */
  replyTo: string
  to: string
  subject: string
  html: string
  text: string
  /** Headers besides, such as List-Unsubscribe. */
  headers: Record<string, string>
}

/** Mails that are handed over in one call. The same id always stands for the same messages. */
type MailBatch = { id: string; messages: Message[] }

/** What became of one message of a batch. Codes are the provider's or ours, never its text: that may hold an address. */
export type Delivery =
  | { outcome: 'sent' /** The provider's id of it. */; providerId?: string }
  | { outcome: 'refused'; code: string }

/** What became of an attempt to hand a batch over. */
export type Answer =
  /** The provider took it: what became of each message, in their order. */
  | { outcome: 'answered'; deliveries: Delivery[] }
  /** Nothing of it was taken. */
  | { outcome: 'refused'; code: string; reason: RefusalReason; retryAfterMs?: number }
  /** It may have been taken, or not. */
  | { outcome: 'unanswered'; code: string; retryAfterMs?: number }

/**
 * Why nothing was taken: the mails are wrong and stay so; they may go later; we ask too often; the transport
 * is closed to all our mails alike; or the id stood for other messages before.
 */
export type RefusalReason = 'permanent' | 'later' | 'busy' | 'closed' | 'used'

/** A way out for mails: Resend, an SMTP server, or the local mailbox. */
export type MailTransport = {
  /** How often all instances together may call it each second. */
  callsPerSecond: number
  /** How many messages one call may bring. */
  mostMessages: number
  /** Hands a batch over; the same batch again is the same mails, not new ones. */
  send: (batch: MailBatch) => Promise<Answer>
  /** Ends connections that it keeps open. */
  close?: () => void
}
