import { getMessages } from 'next-intl/server'
import { CheckMailPanel } from '#components/sign/CheckMailPanel.tsx'
import { CampaignPage } from '../campaign-page.tsx'
import { CodeSection } from '../confirm/code-section.tsx'
import { describeLifetime } from './describe-lifetime.ts'
import { describeLimits } from './describe-limits.ts'

type CheckMailPageProps = {
  locale: string
  /** What this browser sent in the form, as long as it remembers. */
  address: string | null
  /** Whether the message was just asked for once more. */
  isAgain?: boolean
  /** The mail domain that was typed, and the one that was perhaps meant. */
  suggestion?: { typed: string; meant: string }
}

/** What follows signing: the same page whoever signed. */
export async function CheckMailPage({
  locale,
  address,
  isAgain = false,
  suggestion,
}: CheckMailPageProps) {
  const { checkMail: words, form } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="/sign/check-your-mail" hasSigned>
      <CheckMailPanel
        letterHref={`/${locale}`}
        signHref={`/${locale}#sign`}
        address={address}
        resend={{
          action: `/${locale}/sign/resend`,
          isDone: isAgain,
          unreachable: form.formErrors.unreachable,
        }}
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
