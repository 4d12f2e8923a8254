import { getMessages } from 'next-intl/server'
import draft from '#components/organisers/common/Draft.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import { beginnings } from '#lib/editing/begin-anew.ts'
import { hasSignatures } from '#lib/versions/ensure-published.ts'
import { beginAnewAction } from './actions.ts'

/** How a letter may be begun, as long as nobody has signed. */
export async function BeginSection({ locale }: { locale: string }) {
  if (await hasSignatures()) return null
  const { begin: words } = (await getMessages({ locale })).organisers.content
  return (
    <WorkSection id="begin" title={words.heading} lead={words.lead}>
      <div className={draft.buttons}>
        {beginnings().map(from => (
          <OneButton
            key={from}
            action={beginAnewAction.bind(null, locale)}
            fields={{ from }}
            label={words[from]}
          />
        ))}
      </div>
    </WorkSection>
  )
}
