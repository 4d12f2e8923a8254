import type { ReactNode } from 'react'
import type { translator } from '#lib/text/messages.ts'
import type { MailToCompose } from '../mail-to-compose.ts'

/** One kind of mail: what it says, and what it is shown with where nobody wrote it. */
export type MailTemplate = {
  content: (draft: MailDraft) => MailContent
  /** What a made-up row of the outbox carries for this kind, beside what every row has. */
  sample: (locale: string) => Partial<MailToCompose>
}

/** What a mail is written from. */
export type MailDraft = {
  t: ReturnType<typeof translator>
  locale: string
  letterTitle: string
  /** The full address of a path below the reader's language. */
  address: (path: string) => string
  mail: MailToCompose
}

/** What a mail says, of the parts of parts/, which are HTML and plain text alike. */
export type MailContent = {
  subject: string
  /** After the greeting. Its first part is also what a mailbox shows beside the subject. */
  body: ReactNode
  /** Why she receives this, what happens if she does nothing, and where else she may go. */
  footer: ReactNode
  /** Headers of this mail alone, such as List-Unsubscribe. */
  headers?: Record<string, string>
}

/** A mail with what stands around its content. */
export type WholeMail = Pick<MailContent, 'subject' | 'body' | 'footer'> & {
  /** Language of the mail. */
  language: string
  /** Title of the open letter. */
  letterTitle: string
  /** What stands above that title: that it is an open letter, and who writes. */
  about: string
  greeting: string
}
