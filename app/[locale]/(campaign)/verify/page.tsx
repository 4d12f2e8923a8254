import { getFormatter, getMessages, getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Page } from '#components/ui/Page.tsx'
import { Section } from '#components/ui/Section.tsx'
import { InclusionProofs } from '#components/verify/InclusionProofs.tsx'
import { SnapshotList } from '#components/verify/SnapshotList.tsx'
import { readCampaignRunIfAble } from '#lib/campaign/campaign-run.ts'
import { isProvisional } from '#lib/campaign/confirmation-deadline.ts'
import { listPublishedSnapshots } from '#lib/delivery/published-snapshots.ts'
import { readInclusionProofs } from '#lib/signatory-data/read-inclusion-proofs.ts'
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
  const [{ verify: words }, t, format, snapshots, proofs, run] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'verify' }),
    getFormatter({ locale }),
    listPublishedSnapshots(),
    signatorySessionToken().then(readInclusionProofs),
    readCampaignRunIfAble(),
  ])
  const formatted = (moment: string) =>
    format.dateTime(new Date(moment), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return (
    <CampaignPage locale={locale} path="/verify">
      <Page title={words.title} lead={words.lead}>
        <SnapshotList
          snapshots={snapshots.map(({ id, takenAt, signatures, root }) => ({
            id,
            root,
            time: takenAt,
            moment: formatted(takenAt),
            size: t('signatures', { count: signatures }),
            isProvisional: isProvisional(run, new Date(takenAt)),
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
                moment: formatted(snapshot.takenAt),
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
