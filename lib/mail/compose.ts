import { readCampaign } from '#lib/content/campaign.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'
import { translator } from '#lib/text/messages.ts'
import type { MailToCompose } from './mail-to-compose.ts'
import type { Message } from './message.ts'
import { recipientOf } from './recipient.ts'
import { htmlMail, TEMPLATES } from './templates/load.ts'
import { textMail } from './templates/text-mail.ts'

/** Holds back "out of office" and its like (RFC 3834, section 5). */
const WRITTEN_BY_A_PROGRAM = { 'Auto-Submitted': 'auto-generated' }

/**
 * Composes the message of a mail, the same each time. Of what a stranger typed it holds the checked name and
 * nothing else, which no program turns into a link; its only links lead to SITE_URL.
 * @param title of the letter, where a mail is looked at before the letter has it
 */
export function compose(mail: MailToCompose, title?: string): Message {
  const { to, name, locale } = recipientOf(mail)
  const letterTitle = title ?? readLetter(locale).title
  const t = translator(locale)
  const { organisation, mailSender, contactEmail } = readCampaign(locale)
  const { headers, ...content } = TEMPLATES[mail.kind].content({
    t,
    locale,
    letterTitle,
    address: path => `${env.SITE_URL}/${locale}${path}`,
    mail,
  })
  const whole = {
    ...content,
    language: locale,
    letterTitle,
    about: t('mail.about', { sender: organisation }),
    greeting:
      mail.organiser || name === ''
        ? t('mail.greetingTeam')
        : t('mail.greeting', { name: withoutLinks(name) }),
  }
  const from = env.MAIL_FROM ?? 'no-reply@localhost'
  return {
    id: mail.id,
    from: from.includes('<') ? from : `${mailSender} <${from}>`,
    replyTo: contactEmail,
    to,
    subject: whole.subject,
    html: htmlMail(whole),
    text: textMail(whole),
    headers: { ...headers, ...WRITTEN_BY_A_PROGRAM },
  }
}

/** What stands within an address of the web or of a mailbox, and of which programs that show mails make links. */
const WITHIN_AN_ADDRESS = /(?<=\S)[.。．｡@:](?=\S)/gu

const ZERO_WIDTH_SPACE = '\u200b'

/**
 * A name as a mail shows it: the same to the eye, and no program makes a link of a part of it, whatever
 * suffixes it knows. Names that read as addresses are refused; this is for those that came before, or
 * from a list on paper.
 */
export function withoutLinks(name: string) {
  return name.replace(WITHIN_AN_ADDRESS, sign => sign + ZERO_WIDTH_SPACE)
}
