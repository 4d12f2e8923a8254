import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { Page } from '#components/ui/Page.tsx'
import { Section } from '#components/ui/Section.tsx'
import { ReconfirmForm } from '#components/versions/ReconfirmForm.tsx'
import { VersionChanges } from '#components/versions/VersionChanges.tsx'
import { readReconfirmation } from '#lib/signatures/reconfirm-signature.ts'
import { whatChangedForReaders } from '#lib/versions/what-changed.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { ProblemPage } from '../problem-page.tsx'
import { outcomePath, reconfirmationPath, reconfirmationProof, tokenOf } from './proof.ts'

export const generateMetadata = unlistedPage(messages => messages.reconfirm.title)

/** What changed in the letter since one signed it, and a button; opening the page changes nothing. */
export default async function ReconfirmPage({
  params,
  searchParams,
}: PageProps<'/[locale]/extend'>) {
  const locale = await knownLocale(params)
  const token = tokenOf(await searchParams)
  const path = reconfirmationPath(token)
  const reconfirmation = await readReconfirmation(await reconfirmationProof(token)).catch(
    () => null,
  )
  if (!reconfirmation) return <ProblemPage locale={locale} path={path} problem="error" />
  if (reconfirmation.state !== 'ready') redirect(outcomePath(locale, reconfirmation.state))

  const { reconfirm: words, versions } = await getMessages({ locale })
  const { signed, current } = reconfirmation
  return (
    <CampaignPage locale={locale} path={path} hasSigned>
      <Page title={words.title} lead={words.lead}>
        <p>{words.nothing}</p>
      </Page>
      <Section id="changes" title={words.changes}>
        <VersionChanges
          language={current.language}
          locale={locale}
          paragraphs={whatChangedForReaders(signed, current, current.language)}
          words={versions}
        />
        <ReconfirmForm
          action={`/${locale}/extend/send`}
          version={current.version}
          token={typeof token === 'string' ? token : undefined}
          wholeHref={`/${locale}/versions/${current.version}`}
          words={words}
        />
      </Section>
    </CampaignPage>
  )
}
