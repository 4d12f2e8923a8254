import { Address } from '#components/organisers/common/Address.tsx'
import { DataRows } from '#components/organisers/common/DataRows.tsx'
import type { AuditLogRecord } from '#lib/audit/read-audit-log.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './AuditTable.module.css'

type AuditTableProps = {
  label: string
  records: AuditLogRecord[]
  words: Messages['organisers']['audit']
  formatTime: (time: Date) => string
  formatCount: (count: number) => string
}

/** Records of the audit log, each a row. */
export function AuditTable({ label, records, words, formatTime, formatCount }: AuditTableProps) {
  if (records.length === 0) return <p>{words.none}</p>
  return (
    <DataRows
      label={label}
      columns={[
        { name: words.place, isNumber: true },
        { name: words.when },
        { name: words.who },
        { name: words.what },
        { name: words.rows, isNumber: true },
        { name: words.more },
      ]}
      rows={records.map(record => ({
        id: record.sequence,
        cells: [
          record.sequence,
          <time key="when" dateTime={record.at.toISOString()}>
            {formatTime(record.at)}
          </time>,
          <bdi key="who">{whoOf(record, words)}</bdi>,
          nameOf(record.kind, words.events),
          record.rows === null ? null : formatCount(record.rows),
          <More key="more" record={record} words={words} />,
        ],
      }))}
    />
  )
}

function More({ record, words }: { record: AuditLogRecord; words: AuditTableProps['words'] }) {
  const facts = Object.entries(record.details as Record<string, unknown>)
  return (
    <details className={styles.more}>
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

function whoOf({ organiser, organiserId }: AuditLogRecord, words: AuditTableProps['words']) {
  if (organiser) return <Address email={organiser} />
  return organiserId ? `${words.formerOrganiser} ${organiserId.slice(-6)}` : words.nobody
}

/** An audit event of an earlier version of the site keeps its code. */
function nameOf(kind: string, names: Record<string, string>) {
  return names[kind] ?? kind
}

function inText(value: unknown) {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
