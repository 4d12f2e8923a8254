import { getMessages } from 'next-intl/server'
import { FeaturedSignatories } from '#components/letter/FeaturedSignatories.tsx'
import { Section } from '#components/ui/Section.tsx'
import { listFeatured } from '#lib/signatures/list-featured.ts'

/** Those whom organisers put first; nothing while there are none. */
export async function FeaturedSection({ locale }: { locale: string }) {
  const featured = await listFeatured()
  if (featured.length === 0) return null
  const { letter, signatories, site } = await getMessages({ locale })
  return (
    <Section id="featured" title={letter.featured}>
      <FeaturedSignatories
        people={featured.map(({ id, name, organisation, role, capacityNote, statement }) => ({
          id,
          name,
          details: [role, organisation, capacityNote && signatories.personal].flatMap(
            detail => detail || [],
          ),
          statement,
        }))}
        comma={site.comma}
      />
    </Section>
  )
}
