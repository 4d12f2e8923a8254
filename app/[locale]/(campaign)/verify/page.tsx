import { getFormatter, getMessages, getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Page } from '#components/ui/Page.tsx'
import { Section } from '#components/ui/Section.tsx'
import { OwnProof } from '#components/verify/OwnProof.tsx'
import { SnapshotList } from '#components/verify/SnapshotList.tsx'
import { listPublishedSnapshots } from '#lib/delivery/published-snapshots.ts'
import { readOwnProofs } from '#lib/signatory-data/own-proofs.ts'
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
  const [{ verify: words }, t, format, snapshots, proofs] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'verify' }),
    getFormatter({ locale }),
    listPublishedSnapshots(),
    signatorySessionToken().then(readOwnProofs),
  ])
  const inWords = (moment: string) =>
    format.dateTime(new Date(moment), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return (
    <CampaignPage locale={locale} path="/verify">
      <Page title={words.title} lead={words.lead}>
        <SnapshotList
          snapshots={snapshots.map(({ id, takenAt, signatures, root }) => ({
            id,
            root,
            time: takenAt,
            moment: inWords(takenAt),
            size: t('signatures', { count: signatures }),
          }))}
          words={words}
        />
      </Page>
      {snapshots.length > 0 && (
        <Section id="mine" title={words.mine.title} lead={words.mine.lead}>
          {proofs ? (
            <OwnProof
              proofs={proofs.map(({ snapshot, ...proof }) => ({
                ...proof,
                root: snapshot.root,
                moment: inWords(snapshot.takenAt),
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
