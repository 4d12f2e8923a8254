import type { PublicSignatory } from '#lib/signatures/public-signatory.ts'
import styles from './StatementWall.module.css'

/** Approved statements, each with the name of whoever wrote it. */
export function StatementWall({ signatories }: { signatories: PublicSignatory[] }) {
  return (
    <ul className={styles.wall}>
      {signatories.map(({ id, name, organisation, kind, statement }) => (
        <li key={id} className={styles.entry}>
          <blockquote className={styles.words}>
            <bdi>{statement}</bdi>
          </blockquote>
          <p className={styles.name}>
            <bdi>{kind === 'organisation' ? (organisation ?? name) : name}</bdi>
          </p>
        </li>
      ))}
    </ul>
  )
}
