import { getMessages } from 'next-intl/server'
import { LogoForm, type LogoOutcome } from '#components/self-service/LogoForm.tsx'
import { Section } from '#components/ui/Section.tsx'
import type { Signature } from '#lib/database/types.ts'

type LogoSectionProps = {
  locale: string
  signature: Signature
  /** What came of the last upload, as it stands in the address. */
  outcome?: string | string[]
}

/** The logo of an organisation; nothing for a person. */
export async function LogoSection({ locale, signature, outcome }: LogoSectionProps) {
  if (signature.kind !== 'organisation') return null
  const words = (await getMessages({ locale })).selfService.logo
  return (
    <Section id="logo" title={words.title} lead={words.lead}>
      <LogoForm
        href={`/${locale}/my-signature/logo`}
        hash={signature.logoHash}
        {...(isOutcome(outcome, words.outcomes) && { outcome })}
        words={words}
      />
    </Section>
  )
}

function isOutcome(text: unknown, outcomes: object): text is LogoOutcome {
  return typeof text === 'string' && Object.hasOwn(outcomes, text)
}
