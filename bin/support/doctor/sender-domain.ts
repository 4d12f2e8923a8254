import type { Resolver } from 'node:dns/promises'
import { getDomain } from 'tldts'
import { type Finding, fine, wrong } from './finding.ts'

type Dns = Pick<Resolver, 'resolveTxt'>

/** How mails go out: Resend signs with a key of this selector, and answers for bounces below `send.`. */
const OF_RESEND = { selector: 'resend', bounces: 'send.' }

/** No such name, or no record of this kind: the answer of a server that works. */
const NOTHING_THERE = ['ENOTFOUND', 'ENODATA']

/**
 * Whether receivers can tell that mails of a domain are its own: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489).
 * @param selector of the DKIM key of one's own mail server; without it that key cannot be found
 */
export async function checkSenderDomain(
  domain: string,
  isResend: boolean,
  selector: string | undefined,
  dns: Dns,
): Promise<Finding[]> {
  const bounces = isResend ? `${OF_RESEND.bounces}${domain}` : domain
  const keyName = selector ?? (isResend ? OF_RESEND.selector : undefined)
  return [
    await checkSpf(bounces, dns),
    keyName
      ? await checkDkim(`${keyName}._domainkey.${domain}`, dns)
      : fine(
          'DKIM: give the selector of your mail server to have its key looked at (--dkim NAME).',
        ),
    await checkDmarc(domain, dns),
  ]
}

async function checkSpf(domain: string, dns: Dns) {
  const records = (await textsAt(domain, dns)).filter(text => /^v=spf1( |$)/i.test(text))
  const [record = ''] = records
  if (records.length === 0)
    return wrong(
      `SPF: ${domain} has no TXT record that begins with v=spf1. Add the one that your provider shows.`,
    )
  if (records.length > 1)
    return wrong(
      `SPF: ${domain} has ${records.length} such records, which counts as none. Make one of them.`,
    )
  if (/\s\+?all\b/i.test(record))
    return wrong(`SPF: ${domain} lets everyone send in its name. End its record with ~all or -all.`)
  return fine(`SPF: ${domain} says who may send.`)
}

async function checkDkim(name: string, dns: Dns) {
  const key = (await textsAt(name, dns)).find(text => /(^|;)\s*p=/i.test(text))
  if (!key) return wrong(`DKIM: there is no key at ${name}. Add the one that your provider shows.`)
  if (/(^|;)\s*p=\s*(;|$)/i.test(key))
    return wrong(`DKIM: the key at ${name} was withdrawn. Add the one that your provider shows.`)
  return fine(`DKIM: there is a key at ${name}.`)
}

/** A policy may stand at the registered domain alone (RFC 7489, section 6.6.3). */
async function checkDmarc(domain: string, dns: Dns) {
  const places = [...new Set([domain, getDomain(domain) ?? domain])].map(each => `_dmarc.${each}`)
  for (const place of places) {
    const policy = (await textsAt(place, dns)).find(text => /^v=DMARC1\s*;/i.test(text))
    if (policy) return fine(`DMARC: ${place} says what becomes of forged mails.`)
  }
  return wrong(
    `DMARC: there is no policy at ${places[0]}, which large providers ask for. Add a TXT record: v=DMARC1; p=none`,
  )
}

/** Texts of a name, none where it has none. A long one comes in pieces (RFC 7208, section 3.3). */
async function textsAt(name: string, dns: Dns) {
  try {
    return (await dns.resolveTxt(name)).map(pieces => pieces.join(''))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (NOTHING_THERE.includes(code)) return []
    throw new Error(`DNS: the question for ${name} got no answer (${code}). Try again later.`)
  }
}
