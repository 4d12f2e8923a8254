import { getMessages } from 'next-intl/server'
import { NextStep } from '#components/letter/NextStep.tsx'
import { PassOn } from '#components/letter/PassOn.tsx'
import { Share } from '#components/letter/Share.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readNextStep } from '#lib/content/read-next-step.ts'
import { env } from '#lib/env/env.ts'
import type { NextStepTag } from '#lib/sharing/next-step-link.ts'

/** What comes after signing: the step that the organisers chose, or all ways to pass the letter on. */
export async function NextStepSection({ locale, tag }: { locale: string; tag: NextStepTag }) {
  const { share, nextStep: words } = await getMessages({ locale })
  const step = readNextStep(locale)
  if (step) return <NextStep step={step} locale={locale} tag={tag} words={words} />
  return (
    <PassOn title={share.title} lead={share.lead}>
      <Share
        url={`${env.SITE_URL}/${locale}`}
        title={readLetter(locale).title}
        texts={readCampaign(locale).sharing.signed}
        words={share}
      />
    </PassOn>
  )
}
