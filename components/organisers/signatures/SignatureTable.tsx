import { Fragment, type ReactNode } from 'react'
import { Address } from '#components/organisers/common/Address.tsx'
import type { Option } from '#components/ui/Select.tsx'
import ticks from '#components/ui/tick.module.css'
import shared from '#components/ui/visually-hidden.module.css'
import type { ListedSignature } from '#lib/moderation/list-signatures.ts'
import type { QueueAge } from '#lib/moderation/queue-age.ts'
import type { Messages } from '#lib/text/messages.ts'
import { type ActAction, ActButtons } from './ActButtons.tsx'
import { actsOfRow } from './acts.ts'
import { RemoveForm } from './DecideForms.tsx'
import styles from './SignatureTable.module.css'
import { StateCell } from './StateCell.tsx'

/** A row with what has to be said in the reader's language. */
export type TableRow = ListedSignature & {
  where: string
  submitted: string
  href: string
  /** How long it waits for a look, of one that is held. */
  age: QueueAge | null
}

type SignatureTableProps = {
  rows: TableRow[]
  act: ActAction
  /** The query of this page of the table. */
  back: string
  /** Id of the form that the boxes belong to; without one nothing can be selected. */
  selectionForm?: string
  /** What came of the last decision, and after how many rows the signature stands, or stood, that it was about. */
  outcome?: { after: number; line: ReactNode }
  words: Messages['organisers']['signatures']
  /** Why readers report names, by code. */
  reportReasons: Record<string, string>
  /** Why organisers remove signatures. */
  removalReasons: Option[]
}

const HEADS = ['who', 'address', 'where', 'state', 'submitted', 'decide'] as const

/** Signatures in a table; on a narrow screen each is a card. */
export function SignatureTable(props: SignatureTableProps) {
  const { rows, selectionForm, outcome, words } = props
  const outcomeRow = (
    <tr>
      <td colSpan={HEADS.length + (selectionForm ? 1 : 0)}>{outcome?.line}</td>
    </tr>
  )
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={shared.visuallyHidden}>{words.table.caption}</caption>
        <thead>
          <tr>
            {selectionForm && <th scope="col">{words.table.choose}</th>}
            {HEADS.map(head => (
              <th key={head} scope="col">
                {words.table[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <Fragment key={row.id}>
              {outcome?.after === place && outcomeRow}
              <Row {...props} row={row} />
            </Fragment>
          ))}
          {outcome?.after === rows.length && outcomeRow}
        </tbody>
      </table>
    </div>
  )
}

function Row(props: SignatureTableProps & { row: TableRow }) {
  const { row, act, back, selectionForm, words, reportReasons, removalReasons } = props
  const name = shownName(row, words.table.nameless)
  return (
    <tr id={`signature-${row.id}`} className={styles.row}>
      {selectionForm && (
        <td className={styles.choose}>
          <input
            type="checkbox"
            className={ticks.box}
            form={selectionForm}
            name="chosen"
            value={`${row.id} ${row.contents}`}
            aria-label={words.table.select.replace('{name}', name)}
          />
        </td>
      )}
      <th scope="row" className={styles.who}>
        <a href={row.href}>
          <bdi>{name}</bdi>
        </a>
        {row.organisation && (
          <span className={styles.aside}>
            <bdi>{row.kind === 'organisation' ? row.name : row.organisation}</bdi>
          </span>
        )}
        {row.statement && row.statementStatus === 'waiting' && (
          <q className={styles.statement}>
            <bdi>{row.statement}</bdi>
          </q>
        )}
      </th>
      <td data-label={words.table.address}>
        <span className={styles.address}>
          <Address email={row.email} />
        </span>
      </td>
      <td data-label={words.table.where}>{row.where}</td>
      <td data-label={words.table.state}>
        <StateCell row={row} words={words} reportReasons={reportReasons} />
      </td>
      <td className={styles.when} data-label={words.table.submitted}>
        {row.submitted}
      </td>
      <td className={styles.decide}>
        <ActButtons
          signature={row}
          acts={actsOfRow(row)}
          act={act}
          back={back}
          name={name}
          words={words.acts}
        />
        {row.status === 'held' && (
          <RemoveForm
            signature={row}
            act={act}
            back={back}
            name={name}
            reasons={removalReasons}
            hasAddress={row.email !== ''}
            words={words}
          />
        )}
      </td>
    </tr>
  )
}

function shownName({ kind, organisation, name }: TableRow, nameless: string) {
  return (kind === 'organisation' && organisation) || name || nameless
}
