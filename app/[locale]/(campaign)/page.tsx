import { getMessages } from 'next-intl/server'
import { FirstSignatories } from '#components/letter/FirstSignatories.tsx'
import { FurtherPages } from '#components/letter/FurtherPages.tsx'
import { LetterBody } from '#components/letter/LetterBody.tsx'
import { LetterHead } from '#components/letter/LetterHead.tsx'
import { Tally } from '#components/letter/Tally.tsx'
import { Section } from '#components/ui/Section.tsx'
import { VersionsApart } from '#components/versions/VersionsApart.tsx'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { readLetter } from '#lib/content/letter.ts'
import { menuIn } from '#lib/content/menus.ts'
import { whichTextDecides } from '#lib/content/which-text-decides.ts'
import { currentVersionCounts } from '#lib/signatures/current-version-counts.ts'
import { readTallyIfAble } from '#lib/signatures/tally.ts'
import { formatDay } from '#lib/text/messages.ts'
import { pageMetadata } from '../page-metadata.ts'
import { CampaignPage } from './campaign-page.tsx'
import { CountriesSection } from './countries-section.tsx'
import { describePeople } from './describe-people.ts'
import { FeaturedSection } from './featured-section.tsx'
import { knownLocale } from './known-locale.ts'
import { LetterFacts } from './letter-facts.tsx'
import { NewestSection } from './newest-section.tsx'
import { NewsSection } from './news-section.tsx'
import { OrganisationsSection } from './organisations-section.tsx'
import { SigningSection } from './signing-section.tsx'
import { StatementsSection } from './statements-section.tsx'
import { tallyWords } from './tally-words.ts'
import { countApart } from './versions/count-apart.ts'

// Seconds: TALLY_LIFETIME_SECONDS. Next wants a literal here.
export const revalidate = 10

export async function generateMetadata({ params }: PageProps<'/[locale]'>) {
  const { locale } = await params
  return pageMetadata(locale, '', readLetter(locale))
}

/** The letter, the tally, the form, and those who have signed. */
export default async function LetterPage({ params }: PageProps<'/[locale]'>) {
  const locale = await knownLocale(params)
  const words = await getMessages({ locale })
  const letter = readLetter(locale)
  const tally = await readTallyIfAble()
  return (
    <CampaignPage locale={locale} path="" hasForm>
      <LetterFacts
        locale={locale}
        signatures={tally ? currentVersionCounts(tally).signatures : null}
      />
      <LetterHead {...letter} formattedDate={formatDay(locale, letter.date)} words={words.letter}>
        {tally && (
          <div>
            <Tally tally={tally} locale={locale} words={await tallyWords(locale)} />
            <VersionsApart sentences={await countApart(locale, tally)} />
          </div>
        )}
      </LetterHead>
      <LetterBody
        {...letter}
        decides={whichTextDecides(letter)}
        versionHref={`/${locale}/versions/${letter.version}`}
        authoritative={{
          href: `/${letter.authoritativeLanguage}`,
          locale: letter.authoritativeLanguage,
        }}
        words={words.letter}
      >
        <FirstSignatories
          people={await describePeople(locale, letter, readFirstSignatories(locale))}
          comma={words.site.comma}
          words={words.letter}
        />
      </LetterBody>
      <SigningSection locale={locale} />
      <FeaturedSection locale={locale} />
      <StatementsSection locale={locale} />
      <OrganisationsSection locale={locale} />
      <CountriesSection locale={locale} />
      <NewestSection locale={locale} />
      <NewsSection locale={locale} />
      <Section id="more" title={words.site.menus.more} hasPulse isForScreens>
        <FurtherPages
          pages={menuIn(locale, 'letter').map(page => ({
            ...page,
            href: `/${locale}/${page.name}`,
          }))}
        />
      </Section>
    </CampaignPage>
  )
}
