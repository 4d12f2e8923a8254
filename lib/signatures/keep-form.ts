import type { Prisma } from '#lib/database/types.ts'
import { newConfirmationLink } from './confirmation-link.ts'
import { type MailTurn, mailTime } from './mail-pace.ts'
import { readDetails, type SignatureDetails } from './signature-details.ts'
import { isSameForm, waitingFor } from './waiting-forms.ts'

/** Most forms that wait for one address beside those with a mail. */
export const MOST_FORMS_WITHOUT_MAIL = 10

/** A form as it came, and the hash of the secret that its browser keeps. */
export type SentForm = { details: SignatureDetails; browserHash: string | null }

/**
 * Stores a form and the mail that asks to confirm it.
 * @param from who asks for the mail, where that is known: others have had it sent
 */
export async function keepFormAndAsk(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  form: SentForm,
  now: Date,
  from: { clientAddress?: string | undefined; turn?: MailTurn | undefined } = {},
) {
  const link = newConfirmationLink(now)
  await transaction.confirmationLink.create({
    data: { ...link, ...form, signatureId, submittedAt: now },
  })
  const { clientAddress, turn } = from
  const request = { clientAddress, turn, email: form.details.email }
  const time = await mailTime(transaction, request, now)
  await transaction.mail.create({
    data: { kind: 'confirm', signatureId, linkId: link.id, createdAt: now, ...time },
  })
}

/**
 * Stores a form without a mail, when the limits allow none: earlier links of its owner show it as well, and it
 * ends with the last of them. The same content again is the same form, sent anew.
 */
export async function keepFormWithoutMail(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  form: SentForm,
  now: Date,
) {
  const waiting = await transaction.confirmationLink.findMany({
    where: waitingFor(signatureId, now),
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
  })
  const same = waiting.find(({ details }) => isSameForm(readDetails(details), form.details))
  if (same) {
    await transaction.confirmationLink.update({
      where: { id: same.id },
      data: { browserHash: form.browserHash, submittedAt: now },
    })
    return
  }
  const link = newConfirmationLink(now)
  const ends = waiting.map(({ expiresAt }) => expiresAt.getTime())
  const expiresAt = ends.length > 0 ? new Date(Math.max(...ends)) : link.expiresAt
  await transaction.confirmationLink.create({
    data: { ...link, ...form, expiresAt, signatureId, isMailed: false, submittedAt: now },
  })
  await dropOneTooMany(transaction, waiting)
}

type Waiting = { id: string; isMailed: boolean; details: unknown }

/**
 * Drops the oldest form of the network that sent most, so that a flooder drives out her own.
 * @param waiting the forms that waited before, the newest first.
 */
async function dropOneTooMany(transaction: Prisma.TransactionClient, waiting: Waiting[]) {
  const unmailed = waiting.filter(({ isMailed }) => !isMailed)
  if (unmailed.length < MOST_FORMS_WITHOUT_MAIL) return
  const byNetwork = Object.values(
    Object.groupBy(unmailed, ({ details }) => readDetails(details).networkHash ?? ''),
  )
  const most = byNetwork.reduce((one, other) =>
    (other?.length ?? 0) > (one?.length ?? 0) ? other : one,
  )
  await transaction.confirmationLink.delete({ where: { id: most?.at(-1)?.id ?? '' } })
}
