import { getMessages } from 'next-intl/server'
import { BulkForm } from '#components/organisers/signatures/BulkForm.tsx'
import { type Filters, queryOf } from '#lib/signatures/filters/filters.ts'
import { previewBulkAction } from './actions.ts'
import { KINDS } from './bulk-request.ts'

/** At the foot of the table: what to do to many of its signatures. */
export async function BulkSection({ locale, filters }: { locale: string; filters: Filters }) {
  const words = (await getMessages({ locale })).organisers.signatures
  return (
    <BulkForm
      preview={previewBulkAction.bind(null, locale)}
      rule={queryOf(filters)}
      kinds={KINDS.map(code => ({ code, name: words.bulk.kinds[code] }))}
      words={words.bulk.wish}
    />
  )
}
