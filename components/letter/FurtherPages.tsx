import styles from './FurtherPages.module.css'

type FurtherPagesProps = { pages: { href: string; title: string; description: string }[] }

/** The pages that tell more of the letter, each with what is in it. */
export function FurtherPages({ pages }: FurtherPagesProps) {
  return (
    <ul className={styles.pages}>
      {pages.map(({ href, title, description }) => (
        <li key={href}>
          <a className={styles.title} href={href}>
            {title}
          </a>
          <p className={styles.description}>{description}</p>
        </li>
      ))}
    </ul>
  )
}
