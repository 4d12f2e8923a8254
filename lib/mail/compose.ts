import type {
  ConfirmationLink,
  ExtensionLink,
  Mail,
  Prisma,
  SignatoryUpdate,
  Signature,
} from '#lib/database/types.ts'
import { env } from '#lib/env.ts'
import { readCampaign } from '#lib/letter/campaign.ts'
import { readLetter } from '#lib/letter/letter.ts'
import { withoutLinks } from '#lib/text/without-links.ts'
import { translator } from '#lib/words.ts'
import type { Message } from './message.ts'
import { type Addressed, recipientOf } from './recipient.ts'
import { htmlMail } from './templates/html-mail.ts'
import { LETTERS } from './templates/letters.ts'
import { textMail } from './templates/text-mail.ts'

/** What the text of a mail is made of, beside its row. */
export const TO_COMPOSE = {
  signature: true,
  link: true,
  organiser: true,
  update: true,
  extension: true,
} satisfies Prisma.MailInclude

/** A row of the outbox, whole. */
export type QueuedMail = Prisma.MailGetPayload<{ include: typeof TO_COMPOSE }>

/** A row of the outbox with what its text is made of. */
export type MailToCompose = Addressed &
  Pick<
    Mail,
    | 'id'
    | 'kind'
    | 'createdAt'
    | 'signatureId'
    | 'linkId'
    | 'ownLinkId'
    | 'extensionId'
    | 'organiserLinkId'
    | 'notice'
    | 'noticeAbout'
  > & {
    signature: Pick<Signature, 'confirmedAt'> | null
    link: Pick<ConfirmationLink, 'expiresAt'> | null
    extension: Pick<ExtensionLink, 'expiresAt'> | null
    update: Pick<SignatoryUpdate, 'texts'> | null
  }

/** Holds back "out of office" and its like (RFC 3834, section 5). */
const WRITTEN_BY_A_PROGRAM = { 'Auto-Submitted': 'auto-generated' }

/**
 * Makes the message of an outbox row, the same each time. Of what a stranger typed it holds the
 * checked name and nothing else, of which no program makes a link; its only links lead to SITE_URL.
 */
export function compose(mail: MailToCompose): Message {
  const { to, name, locale } = recipientOf(mail)
  const letterTitle = readLetter(locale).title
  const t = translator(locale)
  const { organisation, mailSender, contactEmail } = readCampaign(locale)
  const { headers, ...letter } = LETTERS[mail.kind]({
    t,
    locale,
    letterTitle,
    address: path => `${env.SITE_URL}/${locale}${path}`,
    mail,
  })
  const head = {
    ...letter,
    language: locale,
    letterTitle,
    about: t('mail.about', { sender: organisation }),
    greeting: mail.organiser
      ? t('mail.greetingTeam')
      : t('mail.greeting', { name: withoutLinks(name) }),
  }
  const from = env.MAIL_FROM ?? 'no-reply@localhost'
  return {
    id: mail.id,
    from: from.includes('<') ? from : `${mailSender} <${from}>`,
    replyTo: contactEmail,
    to,
    subject: head.subject,
    html: htmlMail(head),
    text: textMail(head),
    headers: { ...headers, ...WRITTEN_BY_A_PROGRAM },
  }
}
