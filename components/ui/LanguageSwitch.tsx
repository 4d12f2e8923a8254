import styles from './LanguageSwitch.module.css'

/** This page in one language; `name` in that language itself. */
export type LanguageLink = { locale: string; name: string; href: string; isCurrent: boolean }

type LanguageSwitchProps = { languages: LanguageLink[]; label: string }

/** The same page in the other languages, each called by its own name. */
export function LanguageSwitch({ languages, label }: LanguageSwitchProps) {
  const others = languages.filter(language => !language.isCurrent)
  if (others.length === 0) return null
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {others.map(({ locale, name, href }) => (
          <li key={locale}>
            <a className={styles.link} href={href} hrefLang={locale} lang={locale}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
