import styles from './FigureList.module.css'

type FigureListProps = {
  /** Numbers in words of the reader's language, under their names. */
  figures: readonly (readonly [name: string, value: string])[]
}

/** A few large numbers beside each other. */
export function FigureList({ figures }: FigureListProps) {
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
