import type { Resolver } from 'node:dns/promises'
import { getDomain } from 'tldts'

type Dns = Pick<Resolver, 'resolveTxt'>

/** What the DNS says of a sender, as a code, and the name that was asked, or how many records there are. */
export type SenderFinding = {
  code: keyof typeof IS_FINE
  place: string
  records: number
}

/** Each code, and whether it is as it should be. */
export const IS_FINE = {
  'spf-fine': true,
  'spf-missing': false,
  'spf-several': false,
  'spf-everyone': false,
  'dkim-fine': true,
  'dkim-unknown': true,
  'dkim-missing': false,
  'dkim-withdrawn': false,
  'dmarc-fine': true,
  'dmarc-missing': false,
} as const

/** A question that no name server answered. */
export class DnsSilence extends Error {
  readonly place: string

  constructor(place: string, code: string) {
    super(`DNS: the question for ${place} got no answer (${code}). Try again later.`)
    this.place = place
  }
}

/** How mails go out: Resend signs with a key of this selector, and answers for bounces below `send.`. */
const OF_RESEND = { selector: 'resend', bounces: 'send.' }

/** No such name, or no record of this kind: the answer of a server that works. */
const NOTHING_THERE = ['ENOTFOUND', 'ENODATA']

/**
 * Whether receivers can tell that mails of a domain are its own: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489).
 * @param selector of the DKIM key of one's own mail server; without it that key cannot be found
 * @throws DnsSilence
 */
export async function checkSenderDomain(
  domain: string,
  isResend: boolean,
  selector: string | undefined,
  dns: Dns,
): Promise<SenderFinding[]> {
  const bounces = isResend ? `${OF_RESEND.bounces}${domain}` : domain
  const keyName = selector ?? (isResend ? OF_RESEND.selector : undefined)
  return [
    await checkSpf(bounces, dns),
    keyName
      ? await checkDkim(`${keyName}._domainkey.${domain}`, dns)
      : { code: 'dkim-unknown', place: domain, records: 0 },
    await checkDmarc(domain, dns),
  ]
}

async function checkSpf(place: string, dns: Dns): Promise<SenderFinding> {
  const found = (await textsAt(place, dns)).filter(text => /^v=spf1( |$)/i.test(text))
  const records = found.length
  if (records === 0) return { code: 'spf-missing', place, records }
  if (records > 1) return { code: 'spf-several', place, records }
  const isOpen = /\s\+?all\b/i.test(found[0] ?? '')
  return { code: isOpen ? 'spf-everyone' : 'spf-fine', place, records }
}

async function checkDkim(place: string, dns: Dns): Promise<SenderFinding> {
  const keys = (await textsAt(place, dns)).filter(text => /(^|;)\s*p=/i.test(text))
  const records = keys.length
  if (records === 0) return { code: 'dkim-missing', place, records }
  const isWithdrawn = /(^|;)\s*p=\s*(;|$)/i.test(keys[0] ?? '')
  return { code: isWithdrawn ? 'dkim-withdrawn' : 'dkim-fine', place, records }
}

/** A policy may stand at the registered domain alone (RFC 7489, section 6.6.3). */
async function checkDmarc(domain: string, dns: Dns): Promise<SenderFinding> {
  const places = [...new Set([domain, getDomain(domain) ?? domain])].map(each => `_dmarc.${each}`)
  for (const place of places) {
    const policy = (await textsAt(place, dns)).find(text => /^v=DMARC1\s*;/i.test(text))
    if (policy) return { code: 'dmarc-fine', place, records: 1 }
  }
  return { code: 'dmarc-missing', place: places[0] ?? domain, records: 0 }
}

/** Texts of a name, none where it has none. A long one comes in pieces (RFC 7208, section 3.3). */
async function textsAt(name: string, dns: Dns) {
  try {
    return (await dns.resolveTxt(name)).map(pieces => pieces.join(''))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (NOTHING_THERE.includes(code)) return []
    throw new DnsSilence(name, code)
  }
}
