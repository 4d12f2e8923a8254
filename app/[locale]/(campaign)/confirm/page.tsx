import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { ConfirmPanel } from '#components/sign/ConfirmPanel.tsx'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import { PLACES_HEADER } from '#lib/security/own-headers.ts'
import {
  FORM_OF_PLACES,
  TOKENS_OF_PLACES,
  wordsOfPlaces,
} from '#lib/signatures/confirmation-places.ts'
import { describeForm, type FormDescription } from '#lib/signatures/describe-form.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { type Messages, readMessages } from '#lib/text/messages.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { ProblemPage } from '../problem-page.tsx'
import { refusedForm } from '../refused-form.ts'
import { signingBrowserToken } from '../sign/signing-cookie.ts'
import { CodeSection } from './code-section.tsx'
import { outcomePath } from './outcomes.ts'

export const generateMetadata = unlistedPage(messages => messages.confirm.title)

/** Where the link of the mail leads: shows all that waits for its address, and changes nothing. */
export default async function ConfirmPage({
  params,
  searchParams,
}: PageProps<'/[locale]/confirm'>) {
  const locale = await knownLocale(params)
  const { confirm: words } = readMessages(locale)
  // Made once for many readers by server/confirmation-page.ts, which fills it in.
  if ((await headers()).has(PLACES_HEADER)) {
    const places = { forms: [FORM_OF_PLACES], words: wordsOfPlaces(words), ...TOKENS_OF_PLACES }
    return <LinkPage locale={locale} {...places} />
  }
  const query = await searchParams
  if (Object.keys(query).length === 0) return <CodePage locale={locale} />
  const token = readMailedToken(query) ?? ''
  const browserToken = await signingBrowserToken()
  const link = await readConfirmationLink(token, new Date(), browserToken).catch(() => null)
  if (!link) return <ProblemPage locale={locale} path={`/confirm?token=${token}`} problem="error" />
  if (link.state !== 'ready') redirect(outcomePath(locale, link.state))
  const forms = link.forms.map(form => describeForm(form, locale))
  return <LinkPage {...{ locale, forms, token, words, rejectToken: link.rejectToken }} />
}

type LinkPageProps = {
  locale: string
  forms: FormDescription[]
  token: string
  rejectToken: string
  words: Messages['confirm']
}

function LinkPage({ locale, forms, token, rejectToken, words }: LinkPageProps) {
  return (
    <CampaignPage locale={locale} path={`/confirm?token=${token}`}>
      <ConfirmPanel
        forms={forms}
        token={token}
        noneHref={`/${locale}/not-me?token=${rejectToken}`}
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
