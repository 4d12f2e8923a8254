import work from '#components/organisers/common/Work.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import type { Messages } from '#lib/text/messages.ts'

type AnotherLanguageProps = {
  /** The languages that the interface speaks, by their own names, and where the words of each are downloaded. */
  known: { code: string; name: string; href: string }[]
  /** The room in which the content is downloaded and brought back. */
  contentHref: string
  words: Messages['organisers']['settings']['languages']['another']
}

/** What it takes before the site speaks another language. */
export function AnotherLanguage({ known, contentHref, words }: AnotherLanguageProps) {
  return (
    <WorkSection id="another" title={words.heading} lead={words.lead}>
      <ol className={work.steps}>
        <li>
          <p>{words.interface}</p>
          <ul>
            {known.map(({ code, name, href }) => (
              <li key={code}>
                <a href={href} hrefLang={code} download>
                  {words.download} (<span lang={code}>{name}</span>)
                </a>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <p>{words.place}</p>
        </li>
        <li>
          <p>
            {words.content} <a href={contentHref}>{words.zip}</a>
          </p>
        </li>
        <li>
          <p>{words.offer}</p>
        </li>
      </ol>
    </WorkSection>
  )
}
