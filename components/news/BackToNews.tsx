import styles from './News.module.css'

type BackToNewsProps = { href: string; words: { all: string } }

/** The way to the other news. */
export function BackToNews({ href, words }: BackToNewsProps) {
  return (
    <p className={styles.all}>
      <a href={href}>{words.all}</a>
    </p>
  )
}
