import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { languages } from '#lib/content/languages.ts'
import { lookSheetHref } from '#lib/content/look-sheet.ts'
import { readMessages } from '#lib/text/messages.ts'
import { fontClasses } from './fonts/fonts.ts'
import './styles/site.css'

export function generateMetadata(): Metadata {
  const titles = languages().map(language => readMessages(language).problems.notFound.title)
  return { title: titles.join(' · ') }
}

/** An address in no known language: said in each. */
export default function GlobalNotFound() {
  const [authoritative = 'fr'] = languages()
  const lookSheet = lookSheetHref()
  return (
    <html lang={authoritative} className={fontClasses}>
      <head>{lookSheet && <link rel="stylesheet" href={lookSheet} />}</head>
      <body>
        <main id="main">
          {languages().map(language => (
            <div key={language} lang={language}>
              <Problem {...readMessages(language).problems.notFound}>
                <ButtonLink href={`/${language}`}>
                  {readMessages(language).problems.back}
                </ButtonLink>
              </Problem>
            </div>
          ))}
        </main>
      </body>
    </html>
  )
}
