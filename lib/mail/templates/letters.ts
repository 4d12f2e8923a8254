import { readUpdateBody, textsIn } from '#lib/broadcasts/update-texts.ts'
import type { MailKind } from '#lib/database/types.ts'
import { deriveToken } from '#lib/security/tokens.ts'
import { CODE_LIFETIME_MINUTES, confirmationSecrets } from '#lib/signatures/confirmation-link.ts'
import { OWN_LINK_LIFETIME_MINUTES } from '#lib/signatures/own/request-own-link.ts'
import { unsubscribeLink } from '#lib/signatures/unsubscribe-link.ts'
import { formatDay } from '#lib/text/messages.ts'
import type { MailToCompose } from '../mail-to-compose.ts'
import { accountNoticeLetter } from './account-notice-letter.ts'
import type { Draft, Letter } from './draft.ts'
import type { Footnote } from './letterhead.ts'
import { organiserLetter } from './organiser-letter.ts'

/** The text of each kind of mail: subject, what it says, the one thing to press, why it came. */
export const LETTERS: Record<MailKind, (draft: Draft) => Letter> = {
  confirm: confirmLetter,
  reminder: reminderLetter,
  already_signed: alreadySignedLetter,
  held: heldLetter,
  magic_link: ownLinkLetter,
  reconfirm: extendLetter,
  corrected: correctedLetter,
  broadcast: updateLetter,
  broadcast_test: updateLetter,
  organiser_invitation: draft => organiserLetter(draft, 'invitation'),
  organiser_reset: draft => organiserLetter(draft, 'reset'),
  account_notice: accountNoticeLetter,
}

function confirmLetter(draft: Draft): Letter {
  const { t, mail } = draft
  const secrets = secretsOf(mail)
  return {
    ...askingLetter(draft, 'confirm', secrets),
    code: {
      label: t('mail.confirm.code', { minutes: CODE_LIFETIME_MINUTES }),
      href: draft.address('/confirm'),
      digits: secrets.code,
    },
  }
}

function reminderLetter(draft: Draft): Letter {
  return askingLetter(draft, 'reminder', secretsOf(draft.mail))
}

function askingLetter(
  { t, locale, letterTitle, address, mail }: Draft,
  kind: 'confirm' | 'reminder',
  { token, disownToken }: Secrets,
): Letter {
  const words = { letter: letterTitle }
  const end = formatDay(locale, mail.link?.expiresAt ?? mail.createdAt)
  return {
    subject: t(`mail.${kind}.subject`, words),
    paragraphs: [t(`mail.${kind}.ask`, words), t('mail.confirm.shows')],
    action: {
      label: t('mail.confirm.button'),
      href: address(`/confirm?token=${token}`),
      hint: t('mail.hint'),
    },
    footnotes: [
      t('mail.why'),
      t('mail.confirm.nothing', { date: end }),
      t('mail.shared'),
      { text: t('mail.confirm.notMe'), href: address(`/not-me?token=${disownToken}`) },
      ownPage({ t, address }),
    ],
  }
}

function alreadySignedLetter({ t, locale, letterTitle, address, mail }: Draft): Letter {
  const date = formatDay(locale, mail.signature?.confirmedAt ?? mail.createdAt)
  return {
    subject: t('mail.alreadySigned.subject', { letter: letterTitle }),
    paragraphs: [
      t('mail.alreadySigned.thanks', { letter: letterTitle, date }),
      t('mail.alreadySigned.shared'),
    ],
    action: {
      label: t('mail.alreadySigned.button'),
      href: address(''),
      hint: t('mail.alreadySigned.hint'),
    },
    footnotes: [t('mail.why'), t('mail.alreadySigned.nothing'), ownPage({ t, address })],
  }
}

function heldLetter({ t, letterTitle, address }: Draft): Letter {
  return {
    subject: t('mail.held.subject', { letter: letterTitle }),
    paragraphs: [t('mail.held.thanks', { letter: letterTitle }), t('mail.held.look')],
    footnotes: [t('mail.held.why'), t('mail.held.nothing'), ownPage({ t, address })],
  }
}

function ownLinkLetter({ t, letterTitle, address, mail }: Draft): Letter {
  const token = mail.magicLinkId ? deriveToken('own-link', mail.magicLinkId) : ''
  return {
    subject: t('mail.ownLink.subject', { letter: letterTitle }),
    paragraphs: [t('mail.ownLink.open', { letter: letterTitle })],
    action: {
      label: t('mail.ownLink.button'),
      href: address(`/my-signature/open?token=${token}`),
      hint: t('mail.hint'),
    },
    footnotes: [
      t('mail.ownLink.why'),
      t('mail.ownLink.nothing', { minutes: OWN_LINK_LIFETIME_MINUTES }),
    ],
  }
}

function extendLetter({ t, locale, letterTitle, address, mail }: Draft): Letter {
  const token = mail.reconfirmationLinkId ? deriveToken('extend', mail.reconfirmationLinkId) : ''
  const date = formatDay(locale, mail.signature?.confirmedAt ?? mail.createdAt)
  const end = formatDay(locale, mail.reconfirmationLink?.expiresAt ?? mail.createdAt)
  return {
    subject: t('mail.extend.subject', { letter: letterTitle }),
    paragraphs: [
      t('mail.extend.changed', { letter: letterTitle, date }),
      t('mail.extend.ask', { date: end }),
    ],
    action: {
      label: t('mail.extend.button'),
      href: address(`/extend?token=${token}`),
      hint: t('mail.hint'),
    },
    footnotes: [t('mail.extend.why'), t('mail.extend.nothing'), ownPage({ t, address })],
  }
}

function correctedLetter({ t, letterTitle, address }: Draft): Letter {
  return {
    subject: t('mail.corrected.subject', { letter: letterTitle }),
    paragraphs: [t('mail.corrected.done', { letter: letterTitle })],
    footnotes: [t('mail.corrected.why'), ownPage({ t, address })],
  }
}

function updateLetter({ t, locale, address, mail }: Draft): Letter {
  const { subject, body } = textsIn(mail.broadcast?.texts, locale)
  const isForSignatory = mail.kind === 'broadcast' && mail.signatureId !== null
  const link = isForSignatory ? unsubscribeLink(mail.signatureId ?? '') : null
  return {
    subject,
    paragraphs: [],
    blocks: readUpdateBody(body),
    footnotes: [
      t('mail.update.why'),
      { text: t('mail.update.stop'), href: address(`/unsubscribe${link?.query ?? ''}`) },
      ownPage({ t, address }),
    ],
    ...(link && { headers: link.headers }),
  }
}

type Secrets = ReturnType<typeof confirmationSecrets>

function secretsOf({ linkId }: MailToCompose): Secrets {
  return linkId ? confirmationSecrets(linkId) : { token: '', disownToken: '', code: '' }
}

function ownPage({ t, address }: Pick<Draft, 't' | 'address'>): Footnote {
  return { text: t('mail.ownPage'), href: address('/my-signature') }
}
