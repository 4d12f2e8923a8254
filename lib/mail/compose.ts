import type { ConfirmationLink, Mail, Signature } from '#lib/database/types.ts'
import { env } from '#lib/env.ts'
import { readCampaign } from '#lib/letter/campaign.ts'
import { readLetter } from '#lib/letter/letter.ts'
import {
  CONFIRMATION_LINK_LIFETIME_DAYS,
  confirmationToken,
} from '#lib/signatures/confirmation-link.ts'
import { readDetails } from '#lib/signatures/signature-details.ts'
import { dayInWords, translator } from '#lib/words.ts'
import type { Message } from './message.ts'
import { htmlMail, type Letterhead, textMail } from './templates/layout.ts'

/** A row of the outbox with what its text is made of. */
export type MailToCompose = Mail & { signature: Signature; link: ConfirmationLink | null }

/**
 * Makes the message of an outbox row, the same each time. Of what a stranger typed it holds the
 * checked name and nothing else, and its only links lead to SITE_URL.
 */
export function compose(mail: MailToCompose): Message {
  const { to, name, locale } = recipient(mail)
  const { subject, ...head } =
    mail.kind === 'confirm'
      ? confirmMail(mail, locale, name)
      : alreadySignedMail(mail, locale, name)
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

function recipient({ link, signature }: MailToCompose) {
  const { email, name, locale } = link ? readDetails(link.details) : signature
  return { to: email, name, locale }
}

function confirmMail(mail: MailToCompose, language: string, name: string) {
  const t = translator(language)
  const letterTitle = readLetter(language).title
  const token = mail.linkId ? confirmationToken(mail.linkId) : ''
  const words = { letter: letterTitle, days: CONFIRMATION_LINK_LIFETIME_DAYS }
  return {
    subject: t('mail.confirm.subject', words),
    language,
    letterTitle,
    greeting: t('mail.greeting', { name }),
    paragraphs: [t('mail.confirm.ask', words)],
    action: {
      label: t('mail.confirm.button'),
      href: `${env.SITE_URL}/${language}/confirm?token=${token}`,
      hint: t('mail.confirm.hint'),
    },
    footnotes: [t('mail.confirm.why', words), t('mail.confirm.nothing', words)],
  } satisfies Letterhead & { subject: string }
}

function alreadySignedMail(mail: MailToCompose, language: string, name: string) {
  const t = translator(language)
  const letterTitle = readLetter(language).title
  const date = dayInWords(language, mail.signature.confirmedAt ?? mail.createdAt)
  const words = { letter: letterTitle, date }
  return {
    subject: t('mail.alreadySigned.subject', { letter: letterTitle }),
    language,
    letterTitle,
    greeting: t('mail.greeting', { name }),
    paragraphs: [t('mail.alreadySigned.thanks', words)],
    action: {
      label: t('mail.alreadySigned.button'),
      href: `${env.SITE_URL}/${language}`,
      hint: t('mail.alreadySigned.hint'),
    },
    footnotes: [
      t('mail.alreadySigned.why', { letter: letterTitle }),
      t('mail.alreadySigned.nothing'),
    ],
  } satisfies Letterhead & { subject: string }
}
