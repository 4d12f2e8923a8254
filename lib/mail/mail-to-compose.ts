import type {
  Broadcast,
  ConfirmationLink,
  Mail,
  Organiser,
  Prisma,
  ReconfirmationLink,
  Signature,
} from '#lib/database/types.ts'
import type { Addressed } from './recipient.ts'

/** Relations that a mail is composed from. */
export const TO_COMPOSE = {
  signature: true,
  link: true,
  organiser: true,
  broadcast: true,
  reconfirmationLink: true,
  newAddress: true,
  addressChange: true,
  organiserLink: { select: { invitedBy: { select: { name: true } } } },
} satisfies Prisma.MailInclude

/** A row of the outbox, whole. */
export type QueuedMail = Prisma.MailGetPayload<{ include: typeof TO_COMPOSE }>

/** A row of the outbox with what its text is made of. */
export type MailToCompose = Addressed &
  Pick<
    Mail,
    | 'id'
    | 'createdAt'
    | 'signatureId'
    | 'linkId'
    | 'magicLinkId'
    | 'addressChangeId'
    | 'reconfirmationLinkId'
    | 'organiserLinkId'
    | 'newAddressId'
    | 'notice'
    | 'noticeAbout'
    | 'alerts'
  > & {
    signature: Pick<Signature, 'confirmedAt'> | null
    link: Pick<ConfirmationLink, 'expiresAt'> | null
    reconfirmationLink: Pick<ReconfirmationLink, 'expiresAt'> | null
    /** Who invites an organiser, with the name that she gave herself. */
    organiserLink: { invitedBy: Pick<Organiser, 'name'> | null } | null
    broadcast: Pick<Broadcast, 'texts' | 'privacyVersion'> | null
    /** Deadline of the confirmation, where signing closes before its link ends. */
    confirmUntil?: Date
  }
