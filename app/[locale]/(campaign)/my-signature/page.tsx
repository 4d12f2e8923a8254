import { getMessages, getTranslations } from 'next-intl/server'
import { OwnForm } from '#components/self-service/SelfServiceForm.tsx'
import { WithdrawForm } from '#components/self-service/WithdrawForm.tsx'
import { Button, ButtonLink } from '#components/ui/Button.tsx'
import { ButtonRow } from '#components/ui/ButtonRow.tsx'
import { Page } from '#components/ui/Page.tsx'
import { Section } from '#components/ui/Section.tsx'
import { ShortPlainForm } from '#components/ui/ShortPlainForm.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import type { Signature } from '#lib/database/types.ts'
import { formValuesOf } from '#lib/signatures/self-service/form-values.ts'
import { readOwnSignature } from '#lib/signatures/self-service/signatory-session.ts'
import type { FieldValues } from '#lib/signatures/sign-form-state.ts'
import { countriesIn } from '#lib/text/countries.ts'
import { formatDay } from '#lib/text/messages.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { SignedVersion } from '../extend/signed-version.tsx'
import { knownLocale } from '../known-locale.ts'
import { refusedForm } from '../refused-form.ts'
import { AddressSection } from './address-section.tsx'
import { LogoSection } from './logo-section.tsx'
import { signatorySessionToken } from './session-cookie.ts'

export const generateMetadata = unlistedPage(messages => messages.selfService.title)

/** One's own signature; without a session, how to get there. */
export default async function MySignaturePage({
  params,
  searchParams,
}: PageProps<'/[locale]/my-signature'>) {
  const locale = await knownLocale(params)
  const signature = await readOwnSignature(await signatorySessionToken())
  const { saved, logo } = await searchParams
  return (
    <CampaignPage locale={locale} path="/my-signature" hasSigned={signature !== null}>
      {signature ? (
        <OwnSignature
          locale={locale}
          signature={signature}
          isSaved={saved !== undefined}
          logoOutcome={logo}
        />
      ) : (
        <NotOpen locale={locale} />
      )}
    </CampaignPage>
  )
}

/** What somebody corrected while her page closed by itself is not lost; anybody else asks for a link. */
async function NotOpen({ locale }: { locale: string }) {
  const refused = await refusedForm('own')
  if (!refused) return <AskForLink locale={locale} />
  const { selfService: words } = await getMessages({ locale })
  return (
    <Page title={words.title}>
      <Corrections locale={locale} stored={refused.values} />
    </Page>
  )
}

/** What its owner may correct, as it is stored, or as she sent it where it was refused. */
async function Corrections({ locale, stored }: { locale: string; stored: FieldValues }) {
  const { selfService, form } = await getMessages({ locale })
  return (
    <OwnForm
      action={`/${locale}/my-signature/correct`}
      stored={stored}
      refused={await refusedForm('own')}
      words={form}
      saveLabel={selfService.save}
      countries={countriesIn(locale)}
      categories={readCampaign(locale).categories}
    />
  )
}

async function AskForLink({ locale }: { locale: string }) {
  const { selfService: words, form } = await getMessages({ locale })
  return (
    <Page title={words.title} lead={words.ask.lead}>
      <ShortPlainForm
        id="own"
        action={`/${locale}/my-signature/link`}
        refused={await refusedForm('magic-link')}
        unreachable={form.formErrors.unreachable}
        fields={[
          {
            name: 'email',
            label: words.ask.email,
            type: 'email',
            inputMode: 'email',
            autoComplete: 'email',
          },
        ]}
        button={words.ask.button}
      />
    </Page>
  )
}

type OwnSignatureProps = {
  locale: string
  signature: Signature
  isSaved: boolean
  logoOutcome?: string | string[]
}

const STATUS = {
  pending: 'status.confirmed',
  confirmed: 'status.confirmed',
  held: 'status.held',
  removed: 'status.removed',
  withdrawn: 'status.removed',
} as const

async function OwnSignature({ locale, signature, isSaved, logoOutcome }: OwnSignatureProps) {
  const [{ selfService: words, notMe, verify }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'selfService' }),
  ])
  // What an organiser removed can be seen, taken away and withdrawn, and nothing else.
  const isOpen = signature.status !== 'removed'
  const date = formatDay(locale, signature.confirmedAt ?? signature.submittedAt)
  return (
    <>
      <Page title={words.title} lead={t(STATUS[signature.status], { date })}>
        {isSaved && <p role="status">{words.saved}</p>}
        <SignedVersion locale={locale} signature={signature} />
        {isOpen && signature.statementStatus === 'waiting' && <p>{words.statementWaiting}</p>}
        {isOpen && <Corrections locale={locale} stored={formValuesOf(signature)} />}
      </Page>
      {isOpen && <LogoSection locale={locale} signature={signature} outcome={logoOutcome} />}
      <AddressSection locale={locale} signature={signature} />
      <Section id="data" title={words.data.title} lead={words.data.lead}>
        <ButtonRow>
          <ButtonLink look="quiet" href={`/${locale}/my-signature/data`} download>
            {words.data.button}
          </ButtonLink>
          <ButtonLink look="quiet" href={`/${locale}/verify`}>
            {verify.mine.title}
          </ButtonLink>
          <form action={`/${locale}/my-signature/close`} method="post">
            <Button type="submit" look="quiet">
              {words.close}
            </Button>
          </form>
        </ButtonRow>
      </Section>
      <Section id="withdraw" title={words.withdraw.title} lead={words.withdraw.lead}>
        <WithdrawForm
          action={`/${locale}/my-signature/withdraw`}
          words={words.withdraw}
          noMailNote={notMe.noMailNote}
        />
      </Section>
    </>
  )
}
