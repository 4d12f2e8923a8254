import { Resolver } from 'node:dns/promises'
import { env } from '#lib/env/env.ts'
import { senderDomain } from '#lib/text/sender-domain.ts'
import { checkSenderDomain, DnsSilence, type SenderFinding } from './sender-domain.ts'

/** Patience with a name server while somebody waits for a page. */
const PATIENCE = { timeout: 2_000, tries: 1 }

/** A label of DNS, as selectors are. */
const SELECTOR = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){0,3}$/i

export type SenderFindings =
  | { outcome: 'found'; findings: SenderFinding[] }
  /** Mails stay in the local mailbox, which needs no DNS. */
  | { outcome: 'no-sender' }
  | { outcome: 'silent'; place: string }

/**
 * What the DNS says of this site's sender.
 * @param selector of the DKIM key of one's own mail server, as it was typed
 */
export async function readSenderFindings(selector = ''): Promise<SenderFindings> {
  if (!env.MAIL_FROM || !(env.RESEND_API_KEY || env.SMTP_URL)) return { outcome: 'no-sender' }
  const key = SELECTOR.test(selector) ? selector : undefined
  const domain = senderDomain(env.MAIL_FROM) ?? ''
  try {
    const dns = new Resolver(PATIENCE)
    const findings = await checkSenderDomain(domain, Boolean(env.RESEND_API_KEY), key, dns)
    return { outcome: 'found', findings }
  } catch (error) {
    if (!(error instanceof DnsSilence)) throw error
    return { outcome: 'silent', place: error.place }
  }
}
