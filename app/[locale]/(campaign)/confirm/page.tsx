import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { ConfirmPanel } from '#components/sign/ConfirmPanel.tsx'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { ProblemPage } from '../problem-page.tsx'
import { refusedForm } from '../refused-form.ts'
import { signingBrowserToken } from '../sign/signing-cookie.ts'
import { CodeSection } from './code-section.tsx'
import { describeForm } from './describe-form.ts'
import { outcomePath } from './outcomes.ts'

export const generateMetadata = unlistedPage(messages => messages.confirm.title)

/** Where the link of the mail leads: shows all that waits for its address, and changes nothing. */
export default async function ConfirmPage({
  params,
  searchParams,
}: PageProps<'/[locale]/confirm'>) {
  const locale = await knownLocale(params)
  const query = await searchParams
  if (Object.keys(query).length === 0) return <CodePage locale={locale} />
  const token = readMailedToken(query) ?? ''
  const path = `/confirm?token=${token}`
  const browserToken = await signingBrowserToken()
  const link = await readConfirmationLink(token, new Date(), browserToken).catch(() => null)
  if (!link) return <ProblemPage locale={locale} path={path} problem="error" />
  if (link.state !== 'ready') redirect(outcomePath(locale, link.state))

  const { confirm: words } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path={path}>
      <ConfirmPanel
        forms={link.forms.map(form => describeForm(form, locale))}
        token={token}
        noneHref={`/${locale}/not-me?token=${link.rejectToken}`}
        action={`/${locale}/confirm/send`}
        words={words}
      />
    </CampaignPage>
  )
}

/** The same address without a link: where mails say that the code is typed. */
async function CodePage({ locale }: { locale: string }) {
  const { code } = (await getMessages({ locale })).checkMail
  return (
    <CampaignPage locale={locale} path="/confirm">
      <OutcomePanel title={code.pageTitle} lead={code.pageLead} pulse="none">
        <CodeSection locale={locale} refused={await refusedForm('code')} />
      </OutcomePanel>
    </CampaignPage>
  )
}
