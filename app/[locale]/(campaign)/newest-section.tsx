import { getMessages } from 'next-intl/server'
import { NewestSignatories } from '#components/letter/NewestSignatories.tsx'
import { Section } from '#components/ui/Section.tsx'
import { isSigningOpen } from '#lib/campaign/campaign-cache.ts'
import { readNewest } from '#lib/signatures/newest-signatories.ts'
import { headlineOf } from '#lib/signatures/public-signatory.ts'
import { formatDay } from '#lib/text/messages.ts'

/** Who signed last; nothing where nobody has and nobody can. */
export async function NewestSection({ locale }: { locale: string }) {
  const newest = await readNewest()
  if (newest.length === 0 && !(await isSigningOpen())) return null
  const { letter: words } = await getMessages({ locale })
  return (
    <Section id="newest" title={words.newest} hasPulse>
      <NewestSignatories
        people={newest.map(({ id, name, kind, organisation, confirmedAt }) => ({
          id,
          name: headlineOf({ kind, name, organisation }),
          ...(kind === 'individual' && organisation && { detail: organisation }),
          confirmedAt,
          since: formatDay(locale, confirmedAt),
        }))}
        allHref={`/${locale}/signatories`}
        words={words}
      />
    </Section>
  )
}
