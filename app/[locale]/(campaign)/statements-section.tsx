import { getMessages } from 'next-intl/server'
import { StatementWall } from '#components/signatories/StatementWall.tsx'
import { Section } from '#components/ui/Section.tsx'
import { env } from '#lib/env/env.ts'
import { listStatements } from '#lib/signatures/list-statements.ts'

/** Statements under the letter; the others are one link away. */
const SHOWN_STATEMENTS = 4

/** Why people sign, in the words of the newest; nothing until somebody's are approved. */
export async function StatementsSection({ locale }: { locale: string }) {
  const { signatories } = await readNewestStatements()
  if (signatories.length === 0) return null
  const { statements: words, site } = await getMessages({ locale })
  return (
    <Section id="statements" title={words.title} lead={words.lead} hasPulse>
      <StatementWall
        signatories={signatories}
        comma={site.comma}
        all={{ href: `/${locale}/statements`, name: words.all }}
      />
    </Section>
  )
}

async function readNewestStatements() {
  const none = { signatories: [] }
  return env.isBuild ? none : listStatements(undefined, SHOWN_STATEMENTS).catch(() => none)
}
