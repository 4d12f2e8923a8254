import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { readCampaign } from '#lib/letter/campaign.ts'
import { readConfirmationLink } from '#lib/signatures/confirm-signature.ts'
import { countryName } from '#lib/signatures/countries.ts'
import { ConfirmPanel } from '../../../../components/sign/ConfirmPanel.tsx'
import { OutcomePanel } from '../../../../components/sign/OutcomePanel.tsx'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { unlistedMetadata } from '../page-metadata.ts'
import { ProblemPage } from '../problem-page.tsx'
import { refusedForm } from '../refused-form.ts'
import { CodeSection } from './code-section.tsx'
import { outcomePath } from './outcomes.ts'

type PageProps = {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ token?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).confirm.title)
}

/** Where the link of the mail leads: shows the signature and changes nothing. */
export default async function ConfirmPage({ params, searchParams }: PageProps) {
  const locale = await knownLocale(params)
  const { token } = await searchParams
  if (token === undefined) {
    return (
      <CampaignPage locale={locale} path="/confirm">
        <OutcomePanel {...(await getMessages({ locale })).checkMail} pulse="none">
          <CodeSection locale={locale} refused={await refusedForm('code')} />
        </OutcomePanel>
      </CampaignPage>
    )
  }
  const path = `/confirm?token=${encodeURIComponent(String(token))}`
  const link = await readConfirmationLink(token).catch(() => null)
  if (!link) return <ProblemPage locale={locale} path={path} problem="error" />
  if (link.state !== 'ready') redirect(outcomePath(locale, link.state))

  const words = await getMessages({ locale })
  const { details } = link
  const categories = readCampaign(locale).categories
  return (
    <CampaignPage locale={locale} path={path}>
      <ConfirmPanel
        signature={{
          ...details,
          country: details.country && countryName(details.country, locale),
          category: categories.find(({ code }) => code === details.category)?.name ?? null,
        }}
        token={String(token)}
        action={`/${locale}/confirm/send`}
        words={words.confirm}
      />
    </CampaignPage>
  )
}
