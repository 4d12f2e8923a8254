import { getMessages } from 'next-intl/server'
import { ActButtons } from '#components/organisers/signatures/ActButtons.tsx'
import { actsOfPage, isRemovable } from '#components/organisers/signatures/acts.ts'
import {
  FeatureForm,
  HoldForm,
  RemoveForm,
} from '#components/organisers/signatures/DecideForms.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { LAST_FEATURED_PLACE } from '#lib/moderation/feature-signature.ts'
import type { SignatureDetail } from '#lib/moderation/read-signature.ts'
import { queryOf, REASONS, type TableQuery } from '#lib/signatures/filters/filters.ts'
import { actAction } from '../actions.ts'
import { removalReasons } from '../removal-reasons.ts'

type DecideProps = {
  locale: string
  detail: SignatureDetail
  /** The search that led here. */
  query: TableQuery
  /** Whether another signature follows in it. */
  hasNext: boolean
}

/** What may be decided on a signature. */
export async function Decide({ locale, detail, query, hasNext }: DecideProps) {
  const { signatures: words } = (await getMessages({ locale })).organisers
  const { signature, contents, reports, trust } = detail
  const read = { id: signature.id, contents, search: queryOf(query) }
  const act = actAction.bind(null, locale)
  const acts = actsOfPage({ ...signature, reports }, trust.doubles.length > 0)
  const reasons = REASONS.filter(code => code !== 'by_hand')
  const thenNext = (id: string) =>
    hasNext && (
      <Checkbox id={id} name="next" label={words.detail.thenNext} defaultChecked={isQueue(query)} />
    )
  return (
    <>
      <ActButtons signature={read} acts={acts} act={act} name={signature.name} words={words.acts}>
        {thenNext('decide-next')}
      </ActButtons>
      {isRemovable(signature) && (
        <RemoveForm
          signature={read}
          act={act}
          name={signature.name}
          reasons={await removalReasons(locale)}
          hasAddress={signature.email !== ''}
          words={words}
        >
          {thenNext('remove-next')}
        </RemoveForm>
      )}
      {signature.status === 'confirmed' && (
        <HoldForm
          signature={read}
          act={act}
          words={words}
          reasons={reasons.map(code => ({ code, name: words.reasons[code] }))}
        />
      )}
      {signature.status === 'confirmed' && signature.isPublic && !signature.isHidden && (
        <FeatureForm
          signature={read}
          act={act}
          words={words}
          place={signature.featuredOrder}
          last={LAST_FEATURED_PLACE}
        />
      )}
    </>
  )
}

/** Whether a search is about what waits for a decision: then one follows the other. */
function isQueue({ status, mark, statement }: TableQuery) {
  return status === 'held' || mark === 'reported' || statement === 'waiting'
}
