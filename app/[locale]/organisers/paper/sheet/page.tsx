import { getMessages } from 'next-intl/server'
import { GatheringSheet } from '#components/organisers/paper/GatheringSheet.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'
import { SHEET_FIELDS } from '#lib/paper/columns.ts'
import type { Messages } from '#lib/text/messages.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.paper.sheet.title)

/** A sheet to print and gather signatures on: its columns are those of the import, its consents those of the form. */
export default async function GatheringSheetPage({
  params,
}: PageProps<'/[locale]/organisers/paper/sheet'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('import', locale)
  const { form, organisers }: Messages = await getMessages({ locale })
  const { sheet, columns, provenance } = organisers.paper
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="paper"
      path="/organisers/paper/sheet"
      title={sheet.title}
      lead={sheet.lead}
    >
      <GatheringSheet
        letter={readLetter(locale).title}
        address={`${env.SITE_URL}/${locale}`}
        organisation={readCampaign(locale).organisation}
        contact={readCampaign(locale).contactEmail}
        columns={SHEET_FIELDS.map(field => columns.fields[field])}
        consents={[form.consent, form.public, form.updates].map(({ label, note }) => ({
          label,
          note,
        }))}
        provenance={[
          provenance.fields.place,
          provenance.fields.gatheredOn,
          provenance.fields.gatheredBy,
        ]}
        words={sheet}
      />
    </ConsolePage>
  )
}
