import { getTranslations } from 'next-intl/server'
import { readSenderFindings } from '#lib/mail/read-sender-findings.ts'

/** The mildest policy there is. */
const DMARC_RECORD = 'v=DMARC1; p=none'

/** What the DNS says of the sender, in sentences. */
export async function senderSentences(locale: string, selector: string) {
  const t = await getTranslations({ locale, namespace: 'organisers.settings.sender.findings' })
  const found = await readSenderFindings(selector)
  if (found.outcome === 'no-sender') return [t('no-sender')]
  if (found.outcome === 'silent') return [t('silent', { place: found.place })]
  return found.findings.map(({ code, place, records }) =>
    t(code, { place, records, record: DMARC_RECORD }),
  )
}
