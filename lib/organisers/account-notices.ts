import type { Prisma } from '#lib/database/types.ts'

/** Recipients of a notice: the organiser whose account it is, the other owners, or both. */
type Concerned = { herself?: boolean; owners?: boolean }

/**
 * Notices of account changes (OWASP ASVS 5.0, 6.3.7): nobody's password, factors or role change silently. The
 * actor gets no mail about somebody else's account.
 */
export const ACCOUNT_NOTICES = {
  'password-changed': { herself: true },
  'second-factor-set-up': { herself: true },
  'recovery-codes-renewed': { herself: true },
  'recovery-code-used': { herself: true },
  'passkey-added': { herself: true },
  'passkey-removed': { herself: true },
  'organiser-role-changed': { herself: true, owners: true },
  // To the address before: lib/organisers/people/change-address.ts.
  'address-changed': { owners: true },
  // Changes nothing: whoever asked for it sees whether the site's mails arrive.
  'mail-tested': { herself: true },
  // The organiser herself gets the mail with the link instead.
  'organiser-invited': { owners: true },
  'organiser-reset': { owners: true },
  'organiser-removed': { owners: true },
} as const satisfies Record<string, Concerned>

export type AccountNotice = keyof typeof ACCOUNT_NOTICES

/** Writes the mails of a notice, in the transaction of the change that it is about. */
export async function mailAccountNotice(
  transaction: Prisma.TransactionClient,
  notice: AccountNotice,
  organiserId: string,
  byId: string | null = organiserId,
) {
  const { herself = false, owners = false }: Concerned = ACCOUNT_NOTICES[notice]
  const subject = await transaction.organiser.findUnique({ where: { id: organiserId } })
  if (!subject) return
  const others = owners ? await otherOwners(transaction, [organiserId, byId]) : []
  await transaction.mail.createMany({
    data: [
      ...(herself ? [mailTo(organiserId, notice)] : []),
      ...others.map(({ id }) => ({ ...mailTo(id, notice), noticeAbout: subject.email })),
    ],
  })
}

function otherOwners(transaction: Prisma.TransactionClient, but: (string | null)[]) {
  const known = but.filter(id => id !== null)
  return transaction.organiser.findMany({
    where: { role: 'owner', hasSecondFactor: true, id: { notIn: known } },
    select: { id: true },
  })
}

function mailTo(organiserId: string, notice: AccountNotice) {
  return { kind: 'account_notice' as const, organiserId, notice }
}
