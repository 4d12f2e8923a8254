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

/**
 * Send result of one message of a batch. Codes are the provider's or ours, never its text: that may hold an
 * address.
 */
export type Delivery =
  | { outcome: 'sent' /** The provider's id of it. */; providerId?: string }
  | { outcome: 'refused'; code: string }

/** Outcome of sending a batch. */
export type Answer =
  /** Accepted: the result of each message, in their order. */
  | { outcome: 'answered'; deliveries: Delivery[] }
  /** Nothing was accepted. */
  | { outcome: 'refused'; code: string; reason: RefusalReason; retryAfterMs?: number }
  /** The outcome is unknown. */
  | { outcome: 'unanswered'; code: string; retryAfterMs?: number }

/**
 * Reason of a refusal: invalid mails, a temporary failure, throttling, a transport that refuses all our mails,
 * or an idempotency key used for other messages before.
 */
export type RefusalReason = 'permanent' | 'later' | 'busy' | 'closed' | 'used'

/** Mail transport: Resend, an SMTP server, or the local mailbox. */
export type MailTransport = {
  /** Most calls a second, over all instances. */
  callsPerSecond: number
  /** Most messages of one call. */
  mostMessages: number
  /** Sends a batch; the same batch again is not sent twice. */
  send: (batch: MailBatch) => Promise<Answer>
  /** Closes its connections. */
  close?: () => void
}
