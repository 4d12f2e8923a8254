import { getMessages } from 'next-intl/server'
import { CheckMailPanel } from '#components/sign/CheckMailPanel.tsx'
import { CampaignPage } from '../campaign-page.tsx'
import { CodeSection } from '../confirm/code-section.tsx'
import { describeLifetime } from './describe-lifetime.ts'
import { describeLimits } from './describe-limits.ts'

type CheckMailPageProps = {
  locale: string
  /** The mail domain that was typed, and the one that was perhaps meant. */
  suggestion?: { typed: string; meant: string }
}

/** What follows signing: the same page whoever signed. */
export async function CheckMailPage({ locale, suggestion }: CheckMailPageProps) {
  const { checkMail: words } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="/sign/check-your-mail">
      <CheckMailPanel
        letterHref={`/${locale}`}
        signHref={`/${locale}#sign`}
        suggestion={suggestion}
        lifetime={await describeLifetime(locale)}
        limits={await describeLimits(locale)}
        words={words}
      >
        <CodeSection locale={locale} />
      </CheckMailPanel>
    </CampaignPage>
  )
}
