import { getMessages } from 'next-intl/server'
import { BulkForm } from '#components/organisers/signatures/BulkForm.tsx'
import { type Filters, queryOf, REASONS } from '#lib/signatures/filters/filters.ts'
import { previewBulkAction } from './actions.ts'
import { KINDS } from './wish.ts'

/** Below the table: what to do to many of its signatures. */
export async function BulkSection({ locale, filters }: { locale: string; filters: Filters }) {
  const words = (await getMessages({ locale })).organisers.signatures
  return (
    <BulkForm
      preview={previewBulkAction.bind(null, locale)}
      rule={queryOf(filters)}
      kinds={KINDS.map(code => ({ code, name: words.bulk.kinds[code] }))}
      reasons={REASONS.filter(code => code !== 'by_hand').map(code => ({
        code,
        name: words.reasons[code],
      }))}
      words={words.bulk.wish}
      byHand={words.reasons.by_hand}
    />
  )
}
