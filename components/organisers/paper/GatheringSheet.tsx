import shared from '#components/ui/visually-hidden.module.css'
import styles from './GatheringSheet.module.css'

type GatheringSheetProps = {
  /** Title of the letter. */
  letter: string
  /** Where it is read whole. */
  address: string
  organisation: string
  contact: string
  /** What each column is called, as the import reads it. */
  columns: string[]
  /** The consents as the form on the site words them. */
  consents: { label: string; note: string }[]
  /** What whoever gathers writes at the foot. */
  provenance: string[]
  words: { table: string; sign: string; tick: string; responsible: string }
}

const LINES = Array.from({ length: 12 }, (_, place) => place + 1)

/** A sheet for gathering signatures on paper: one page, across. */
export function GatheringSheet(props: GatheringSheetProps) {
  const { letter, address, organisation, contact, columns, consents, provenance, words } = props
  return (
    <article className={styles.sheet}>
      <h2 className={styles.letter}>{letter}</h2>
      <p>
        <bdi dir="ltr">{address}</bdi>
      </p>
      <p>{words.sign}</p>
      <ul className={styles.consents}>
        {consents.map(({ label, note }) => (
          <li key={label}>
            <strong>{label}</strong> {note}
          </li>
        ))}
      </ul>
      <p>{words.tick}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className={shared.visuallyHidden}>{words.table}</caption>
          <thead>
            <tr>
              <td />
              {columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.map(line => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {columns.map(column => (
                  <td key={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.provenance}>
        {provenance.map(question => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p className={styles.responsible}>
        {words.responsible} <bdi>{organisation}</bdi>, <bdi dir="ltr">{contact}</bdi>
      </p>
    </article>
  )
}
