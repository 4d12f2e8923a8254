import {
  IS_FINE,
  checkSenderDomain as readFindings,
  type SenderFinding,
} from '#lib/mail/sender-domain.ts'
import type { Finding } from './finding.ts'

const SENTENCES: Record<SenderFinding['code'], (finding: SenderFinding) => string> = {
  'spf-fine': ({ place }) => `SPF: ${place} says who may send.`,
  'spf-missing': ({ place }) =>
    `SPF: ${place} has no TXT record that begins with v=spf1. Add the one that your provider shows.`,
  'spf-several': ({ place, records }) =>
    `SPF: ${place} has ${records} such records, which counts as none. Make one of them.`,
  'spf-everyone': ({ place }) =>
    `SPF: ${place} lets everyone send in its name. End its record with ~all or -all.`,
  'dkim-fine': ({ place }) => `DKIM: there is a key at ${place}.`,
  'dkim-unknown': () =>
    'DKIM: give the selector of your mail server to have its key looked at (--dkim NAME).',
  'dkim-missing': ({ place }) =>
    `DKIM: there is no key at ${place}. Add the one that your provider shows.`,
  'dkim-withdrawn': ({ place }) =>
    `DKIM: the key at ${place} was withdrawn. Add the one that your provider shows.`,
  'dmarc-fine': ({ place }) => `DMARC: ${place} says what becomes of forged mails.`,
  'dmarc-missing': ({ place }) =>
    `DMARC: there is no policy at ${place}, which large providers ask for. Add a TXT record: v=DMARC1; p=none`,
}

/** What the DNS says of the sender's domain, in sentences. */
export async function checkSenderDomain(
  ...asked: Parameters<typeof readFindings>
): Promise<Finding[]> {
  const findings = await readFindings(...asked)
  return findings.map(finding => ({
    isFine: IS_FINE[finding.code],
    says: SENTENCES[finding.code](finding),
  }))
}
