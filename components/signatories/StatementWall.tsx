import { headlineOf, type PublicSignatory } from '#lib/signatures/public-signatory.ts'
import styles from './StatementWall.module.css'

type StatementWallProps = {
  signatories: Pick<
    PublicSignatory,
    'id' | 'name' | 'organisation' | 'kind' | 'role' | 'statement'
  >[]
  comma: string
  /** Where all statements are, from a page that shows a few. */
  all?: { href: string; name: string }
}

/** Approved statements, each with the name of whoever wrote it. */
export function StatementWall({ signatories, comma, all }: StatementWallProps) {
  return (
    <>
      <ul className={styles.wall}>
        {signatories.map(signatory => (
          <li key={signatory.id} className={styles.entry}>
            <blockquote className={styles.words}>
              <bdi>{signatory.statement}</bdi>
            </blockquote>
            <p className={styles.name}>
              <bdi>{headlineOf(signatory)}</bdi>
              {signatory.kind === 'individual' && signatory.role && (
                <>
                  {comma}
                  <bdi>{signatory.role}</bdi>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {all && (
        <p className={styles.all}>
          <a href={all.href}>{all.name}</a>
        </p>
      )}
    </>
  )
}
