import { getMessages, getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Page } from '#components/ui/Page.tsx'
import { Section } from '#components/ui/Section.tsx'
import { InclusionProofs } from '#components/verify/InclusionProofs.tsx'
import { SnapshotList } from '#components/verify/SnapshotList.tsx'
import { readCampaignRunIfAble } from '#lib/campaign/campaign-run.ts'
import { isProvisional } from '#lib/campaign/confirmation-deadline.ts'
import { timeZone } from '#lib/content/campaign.ts'
import {
  listPublishedSnapshots,
  type PublishedSnapshot,
  recipientIn,
} from '#lib/delivery/published-snapshots.ts'
import { readInclusionProofs } from '#lib/signatory-data/read-inclusion-proofs.ts'
import { countryName } from '#lib/text/countries.ts'
import { formatDay, formatZonedTime } from '#lib/text/messages.ts'
import { listedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { signatorySessionToken } from '../my-signature/session-cookie.ts'

export const generateMetadata = listedPage('/verify', ({ verify: { title, lead } }) => ({
  title,
  description: lead,
}))

/** What was handed over and when; for who opened her signature, whether it is in it. */
export default async function VerifyPage({ params }: PageProps<'/[locale]/verify'>) {
  const locale = await knownLocale(params)
  const [{ verify: words }, t, snapshots, proofs, run] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'verify' }),
    listPublishedSnapshots(),
    signatorySessionToken().then(readInclusionProofs),
    readCampaignRunIfAble(),
  ])
  const handover = ({ handedOverOn, handedOverTo }: PublishedSnapshot) => {
    const to = recipientIn(handedOverTo, locale)
    const isTold = to ? 'yes' : 'no'
    return t('handedOver', { date: formatDay(locale, handedOverOn), to, isTold })
  }
  const dayOf = ({ handedOverOn, country }: PublishedSnapshot) => {
    const date = formatDay(locale, handedOverOn)
    if (!country) return date
    return t('mine.forCountry', { date, country: countryName(country, locale) })
  }
  return (
    <CampaignPage locale={locale} path="/verify">
      <Page title={words.title} lead={words.lead}>
        <SnapshotList
          snapshots={snapshots.map(snapshot => ({
            id: snapshot.id,
            root: snapshot.root,
            handover: handover(snapshot),
            frozen: t('frozen', {
              count: snapshot.signatures,
              moment: formatZonedTime(locale, new Date(snapshot.takenAt), timeZone()),
            }),
            listed: snapshot.country
              ? t('onlyCountry', { country: countryName(snapshot.country, locale) })
              : null,
            isProvisional: isProvisional(run, new Date(snapshot.takenAt)),
          }))}
          words={words}
        />
      </Page>
      {snapshots.length > 0 && (
        <Section id="mine" title={words.mine.title} lead={words.mine.lead}>
          {proofs ? (
            <InclusionProofs
              proofs={proofs.map(({ snapshot, ...proof }) => ({
                ...proof,
                root: snapshot.root,
                day: dayOf(snapshot),
                href: `/${locale}/verify/proof?snapshot=${snapshot.id}`,
              }))}
              words={words.mine}
            />
          ) : (
            <ButtonLink href={`/${locale}/my-signature`}>{words.mine.open}</ButtonLink>
          )}
        </Section>
      )}
    </CampaignPage>
  )
}
