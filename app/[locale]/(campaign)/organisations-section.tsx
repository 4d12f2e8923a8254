import { getMessages } from 'next-intl/server'
import { readOrganisations } from '#lib/signatures/organisations/list-organisations.ts'
import { Organisations } from '../../../components/letter/Organisations.tsx'
import { Section } from '../../../components/ui/Section.tsx'

/** The organisations that signed, apart from the people; nothing where there are none. */
export async function OrganisationsSection({ locale }: { locale: string }) {
  const organisations = await readOrganisations()
  if (organisations.length === 0) return null
  const { letter: words, signatories } = await getMessages({ locale })
  return (
    <Section id="organisations" title={words.organisations} lead={words.organisationsLead} hasPulse>
      <Organisations
        organisations={organisations.map(({ organisation, name, ...shown }) => ({
          ...shown,
          name: organisation ?? name,
        }))}
        allHref={`/${locale}/signatories?kind=organisation`}
        words={{ verified: signatories.verified, seeOrganisations: words.seeOrganisations }}
      />
    </Section>
  )
}
