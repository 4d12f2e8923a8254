import styles from './SkipLink.module.css'

/** First thing a keyboard meets; `href` is the fragment of the page's main part. */
export function SkipLink({ href, label }: { href: `#${string}`; label: string }) {
  return (
    <a className={styles.link} href={href}>
      {label}
    </a>
  )
}
