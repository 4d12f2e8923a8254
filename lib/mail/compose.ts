import type { ConfirmationLink, Mail, OwnLink, Signature } from '#lib/database/types.ts'
import { env } from '#lib/env.ts'
import { readCampaign } from '#lib/letter/campaign.ts'
import { readLetter } from '#lib/letter/letter.ts'
import { translator } from '#lib/words.ts'
import type { Message } from './message.ts'
import { recipientOf } from './recipient.ts'
import { htmlMail, textMail } from './templates/layout.ts'
import { LETTERS } from './templates/letters.ts'

/** A row of the outbox with what its text is made of. */
export type MailToCompose = Mail & {
  signature: Signature
  link: ConfirmationLink | null
  ownLink: OwnLink | null
}

/**
 * Makes the message of an outbox row, the same each time. Of what a stranger typed it holds the
 * checked name and nothing else, and its only links lead to SITE_URL.
 */
export function compose(mail: MailToCompose): Message {
  const { to, name, locale } = recipientOf(mail)
  const letterTitle = readLetter(locale).title
  const t = translator(locale)
  const { subject, ...letter } = LETTERS[mail.kind]({
    t,
    letterTitle,
    address: path => `${env.SITE_URL}/${locale}${path}`,
    mail,
  })
  const head = { ...letter, language: locale, letterTitle, greeting: t('mail.greeting', { name }) }
  const sender = env.MAIL_FROM ?? 'no-reply@localhost'
  return {
    id: mail.id,
    from: sender.includes('<') ? sender : `${readCampaign(locale).mailSender} <${sender}>`,
    to,
    subject,
    html: htmlMail(head),
    text: textMail(head),
  }
}
