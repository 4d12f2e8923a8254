import work from '#components/organisers/common/Work.module.css'
import { Button, ButtonLink } from '#components/ui/Button.tsx'
import { ButtonRow } from '#components/ui/ButtonRow.tsx'
import { Field } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

type CorrectRowProps = {
  /** Of the batch. */
  id: string
  row: { number: number; cells: string[]; reasons: { field: string; reason: string }[] }
  /** The columns of the file, and what each of them holds; empty for one that is left out. */
  columns: { place: number; title: string; field: string }[]
  /** The rows that are shown. */
  show: string
  /** What is said above the fields. */
  title: string
  leaveHref: string
  action: (form: FormData) => Promise<void>
  words: Messages['organisers']['paper']['review']
}

/** The cells of one row that would be left out, to be put right in place. */
export function CorrectRow(props: CorrectRowProps) {
  const { id, row, columns, show, title, leaveHref, action, words } = props
  return (
    <form action={action} className={work.form} aria-labelledby="correct">
      <h3 id="correct">{title}</h3>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="number" value={row.number} />
      <input type="hidden" name="show" value={show} />
      {columns.map(({ place, title: label, field }) => (
        <Field
          key={place}
          id={`cell-${place}`}
          name="cell"
          label={label}
          error={row.reasons.find(reason => reason.field === field)?.reason}
          defaultValue={row.cells[place] ?? ''}
          dir="auto"
        />
      ))}
      <ButtonRow>
        <Button type="submit">{words.correct.button}</Button>
        <ButtonLink look="quiet" href={leaveHref}>
          {words.correct.leave}
        </ButtonLink>
      </ButtonRow>
    </form>
  )
}
