import { DAY_MS } from '#lib/time/time-spans.ts'

/** Until when it may be believed, in days: RFC 9116 (section 2.5.5) advises less than a year. */
const EXPIRES_AFTER_DAYS = 180

type SecurityTxt = {
  /** An e-mail address, or an address that begins with https://. */
  contact: string
  /** Address of the page that says how reports are dealt with, if there is one. */
  policy?: string | undefined
  siteUrl: string
  /** The languages in which one may write. */
  languages: string[]
}

/** The text of /.well-known/security.txt (RFC 9116). It ends half a year after it is asked for. */
export function securityTxt({ contact, policy, siteUrl, languages }: SecurityTxt, now: Date) {
  const expires = new Date(now.getTime() + EXPIRES_AFTER_DAYS * DAY_MS)
  const fields = [
    `Contact: ${/^https:/i.test(contact) ? new URL(contact).href : `mailto:${contact}`}`,
    `Expires: ${expires.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    ...(policy ? [`Policy: ${new URL(policy).href}`] : []),
  ]
  return `${fields.join('\n')}\n`
}
