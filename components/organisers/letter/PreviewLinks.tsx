import draft from '#components/organisers/common/Draft.module.css'
import { PhoneLink } from './PhoneLink.tsx'

/** Where the letter of a language can be looked at. */
export type LetterPreviewLinks = {
  language: string
  name: string
  links: { text: string; href: string; isPhone?: boolean }[]
}

/** Links to previews of the letter, each in a window of its own; nothing where no language can be looked at. */
export function PreviewLinks({ previews }: { previews: LetterPreviewLinks[] }) {
  if (previews.length === 0) return null
  return (
    <ul className={draft.facts}>
      {previews.map(({ language, name, links }) => (
        <li key={language}>
          <strong lang={language}>{name}</strong>
          {links.map(({ text, href, isPhone }) => {
            const label = `${name} – ${text}`
            return (
              <span key={text}>
                {' · '}
                {isPhone ? (
                  <PhoneLink href={href} label={label}>
                    {text}
                  </PhoneLink>
                ) : (
                  <a href={href} target="_blank" rel="noopener" aria-label={label}>
                    {text}
                  </a>
                )}
              </span>
            )
          })}
        </li>
      ))}
    </ul>
  )
}
