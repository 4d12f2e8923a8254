import { getMessages } from 'next-intl/server'
import draft from '#components/organisers/common/Draft.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { PhoneLink } from '#components/organisers/letter/PhoneLink.tsx'
import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'

/** Links to the letter as it will be read, on a desktop and as wide as a phone. */
export async function PreviewSection({ locale }: { locale: string }) {
  const { preview: words } = (await getMessages({ locale })).organisers.letter
  return (
    <WorkSection id="preview" title={words.heading} lead={words.lead}>
      <ul className={draft.facts}>
        {languages().map(language => {
          const name = readMessages(language).site.languageName
          const href = `/${language}/organisers/letter/preview`
          return (
            <li key={language}>
              <a href={href} target="_blank" rel="noopener">
                {`${name} – ${words.page}`}
              </a>
              {' · '}
              <PhoneLink href={href}>{`${name} – ${words.phone}`}</PhoneLink>
            </li>
          )
        })}
      </ul>
    </WorkSection>
  )
}
