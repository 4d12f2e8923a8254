import { getTranslations } from 'next-intl/server'
import type { Tally } from '#lib/signatures/tally.ts'
import { formatDay } from '#lib/text/messages.ts'

/** A sentence for each earlier version of the letter that signatures still stand by. */
export async function countApart(locale: string, tally: Tally | null) {
  const t = await getTranslations({ locale, namespace: 'versions' })
  return (tally?.earlierVersions ?? []).map(({ publishedOn, signatures }) =>
    t('apart', { count: signatures, date: formatDay(locale, publishedOn) }),
  )
}
