import styles from './News.module.css'

type NoAnswersProps = { words: { title: string; text: string } }

/** Stands below the timeline until a government answers. */
export function NoAnswers({ words }: NoAnswersProps) {
  return (
    <section className={styles.none} aria-labelledby="no-answers">
      <h2 id="no-answers" className={styles.title}>
        {words.title}
      </h2>
      <p>{words.text}</p>
    </section>
  )
}
