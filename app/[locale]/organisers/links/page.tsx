import { getMessages, getTranslations } from 'next-intl/server'
import work from '#components/organisers/common/Work.module.css'
import { TaggedLink } from '#components/organisers/links/TaggedLink.tsx'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { languages } from '#lib/content/languages.ts'
import { env } from '#lib/env/env.ts'
import { readMetrics } from '#lib/overview/read-metrics.ts'
import { tagOf } from '#lib/sharing/link-tag.ts'
import { qrFile, qrPath } from '#lib/sharing/qr-code.ts'
import { withTag } from '#lib/sharing/share-links.ts'
import { readMessages } from '#lib/text/messages.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.links)

/** Longer than any name that leaves its whole tag. */
const LONGEST_NAME = 80

/** A link of one's own, by which the overview counts who came from a poster, a newsletter or a partner. */
export default async function LinksPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/links'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('watch', locale)
  const { links: words, copy } = (await getMessages({ locale })).organisers
  const { name } = await searchParams
  const typed = typeof name === 'string' ? name.slice(0, LONGEST_NAME) : undefined
  const tag = typed ? tagOf(typed) : null
  return (
    <ConsolePage locale={locale} organiser={organiser} section="links" lead={words.lead}>
      <section className={work.work}>
        <form method="get" className={work.form} noValidate>
          <Field
            id="name"
            name="name"
            label={words.name}
            hint={words.hint}
            error={typed !== undefined && !tag ? words.nothing : undefined}
            defaultValue={typed}
            maxLength={LONGEST_NAME}
            required
          />
          <Button type="submit">{words.button}</Button>
        </form>
      </section>
      {tag && <TaggedLinks locale={locale} tag={tag} words={words} copy={copy} />}
    </ConsolePage>
  )
}

type TaggedLinksProps = {
  locale: string
  tag: string
  words: { file: string; code: string }
  copy: { label: string; done: string }
}

/** The link in each language, and how many signed behind it so far. */
async function TaggedLinks({ locale, tag, words, copy }: TaggedLinksProps) {
  const t = await getTranslations({ locale, namespace: 'organisers.links' })
  const { cameFrom } = (await readMetrics()).shares
  const count = cameFrom.find(({ key }) => key === tag)?.signatures ?? 0
  return (
    <>
      <p role="status">{t('counted', { tag, count })}</p>
      {languages().map(language => {
        const href = withTag(`${env.SITE_URL}/${language}`, tag)
        return (
          <TaggedLink
            key={language}
            language={language}
            name={readMessages(language).site.languageName}
            href={href}
            code={{ ...qrPath(href), label: `${words.code} ${href}` }}
            file={{
              href: `data:image/svg+xml,${encodeURIComponent(qrFile(href))}`,
              name: `${tag}-${language}.svg`,
              label: words.file,
            }}
            copy={copy}
          />
        )
      })}
    </>
  )
}
