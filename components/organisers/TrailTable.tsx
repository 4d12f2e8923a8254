import type { TrailRecord } from '#lib/organisers/trail/read-trail.ts'
import type { Words } from '#lib/words.ts'
import styles from './TrailTable.module.css'

type TrailTableProps = {
  records: TrailRecord[]
  words: Words['organisers']['trail']
  formatTime: (time: Date) => string
  formatCount: (count: number) => string
}

/** Records of the trail, each a row. */
export function TrailTable({ records, words, formatTime, formatCount }: TrailTableProps) {
  if (records.length === 0) return <p>{words.none}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.what}</th>
          <th scope="col" className={styles.number}>
            {words.rows}
          </th>
          <th scope="col">{words.more}</th>
        </tr>
      </thead>
      <tbody>
        {records.map(record => (
          <tr key={record.place} id={`record-${record.place}`}>
            <th scope="row" className={styles.place}>
              {record.place}
            </th>
            <td className={styles.when}>
              <time dateTime={record.at.toISOString()}>{formatTime(record.at)}</time>
            </td>
            <td className={styles.who}>
              <bdi>{whoOf(record, words)}</bdi>
            </td>
            <td>{nameOf(record.kind, words.deeds)}</td>
            <td className={styles.number}>
              {record.rows === null ? '' : formatCount(record.rows)}
            </td>
            <td className={styles.more}>
              <More record={record} words={words} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function More({ record, words }: { record: TrailRecord; words: TrailTableProps['words'] }) {
  const facts = Object.entries(record.details as Record<string, unknown>)
  return (
    <details>
      <summary>{words.open}</summary>
      <dl className={styles.facts}>
        {record.subject && <Fact name={words.subject} value={record.subject} />}
        {record.fileHash && <Fact name={words.fileHash} value={record.fileHash} />}
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={inText(value)} />
        ))}
        {record.networkHash && <Fact name={words.network} value={record.networkHash} />}
        <Fact name={words.hash} value={record.hash} />
      </dl>
    </details>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  )
}

function whoOf({ organiser, organiserId }: TrailRecord, words: TrailTableProps['words']) {
  if (organiser) return organiser
  return organiserId ? `${words.formerOrganiser} ${organiserId.slice(-6)}` : words.nobody
}

/** A deed of an earlier version of the site keeps its code. */
function nameOf(kind: string, names: Record<string, string>) {
  return names[kind] ?? kind
}

function inText(value: unknown) {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
