import styles from './SiteFooter.module.css'

/** Links that belong together, under their title. */
export type Menu = { title: string; links: { href: string; name: string }[] }

type SiteFooterProps = {
  organisation: string
  menus: Menu[]
  words: { menu: string; runBy: string; noTracking: string }
}

/** Every page of the site, at the foot of each: where the header's "Menu" leads. */
export function SiteFooter({ organisation, menus, words }: SiteFooterProps) {
  return (
    <footer className={styles.footer}>
      <nav id="menu" aria-label={words.menu} className={styles.menus}>
        {menus.map(({ title, links }) => (
          <div key={title}>
            <h2 className={styles.title}>{title}</h2>
            <ul className={styles.links}>
              {links.map(({ href, name }) => (
                <li key={href}>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <p className={styles.about}>
        {words.runBy} <bdi>{organisation}</bdi>. {words.noTracking}
      </p>
    </footer>
  )
}
