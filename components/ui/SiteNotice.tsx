import styles from './SiteNotice.module.css'

/** A sentence of the organisers at the top of every page. */
export function SiteNotice({ label, sentence }: { label: string; sentence: string }) {
  return (
    <aside aria-label={label} className={styles.notice}>
      <p>{sentence}</p>
    </aside>
  )
}
