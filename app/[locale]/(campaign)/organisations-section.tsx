import { getMessages, getTranslations } from 'next-intl/server'
import { Organisations } from '#components/letter/Organisations.tsx'
import { Section } from '#components/ui/Section.tsx'
import { readOrganisations } from '#lib/signatures/organisations/list-organisations.ts'
import { verifiedDomain } from '#lib/signatures/trust/mail-domains.ts'

/** The organisations that signed, apart from the people; nothing where there are none. */
export async function OrganisationsSection({ locale }: { locale: string }) {
  const organisations = await readOrganisations()
  if (organisations.length === 0) return null
  const { letter: words } = await getMessages({ locale })
  const { organisationsLead, organisationsVerified } = words
  const t = await getTranslations({ locale, namespace: 'signatories' })
  const mark = (domain: string | null) => domain && t('verified', { domain })
  return (
    <Section
      id="organisations"
      title={words.organisations}
      lead={
        organisations.some(verifiedDomain)
          ? `${organisationsLead} ${organisationsVerified}`
          : organisationsLead
      }
      hasPulse
    >
      <Organisations
        organisations={organisations.map(shown => ({
          ...shown,
          name: shown.organisation ?? shown.name,
          verified: mark(verifiedDomain(shown)),
        }))}
        allHref={`/${locale}/signatories?kind=organisation`}
        words={{ seeOrganisations: words.seeOrganisations }}
      />
    </Section>
  )
}
