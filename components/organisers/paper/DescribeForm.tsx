import type { ReactNode } from 'react'
import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Choice } from '#components/ui/Choice.tsx'
import { Field } from '#components/ui/Field.tsx'
import { FieldError } from '#components/ui/FieldFrame.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './DescribeForm.module.css'

type Provenance = keyof Messages['organisers']['paper']['provenance']['fields']

type DescribeFormProps = {
  /** Of the batch. */
  id: string
  action: (form: FormData) => Promise<void>
  discard: (form: FormData) => Promise<void>
  /** The columns of the file, with a hint that says what stands in its first rows. */
  columns: { id: string; title: string; hint: string; chosen: string }[]
  fields: Option[]
  columnError: string | undefined
  /** The form that says which row names the columns. */
  heading: ReactNode
  countsWithoutAddress: boolean
  provenance: { field: Provenance; value: string; error: string | undefined }[]
  allPublic: boolean
  languages: { value: string; label: string }[]
  locale: string
  words: Messages['organisers']['paper']
}

/** Says what the columns of a list hold, and where its signatures come from. */
export function DescribeForm(props: DescribeFormProps) {
  const { id: batchId, action, discard, columns, fields, columnError, provenance, words } = props
  return (
    <div className={work.wideWork}>
      {props.heading}
      <form action={action} className={styles.form}>
        <input type="hidden" name="id" value={batchId} />
        <section aria-labelledby="columns" className={styles.part}>
          <h2 id="columns">{words.columns.title}</h2>
          <p>{words.columns.lead}</p>
          <FieldError id="columns" error={columnError} />
          <div className={styles.columns}>
            {columns.map(({ id, title, hint, chosen }) => (
              <Select
                key={id}
                id={id}
                name="column"
                label={title}
                hint={hint}
                none={words.columns.none}
                options={fields}
                defaultValue={chosen}
              />
            ))}
          </div>
        </section>
        <section aria-labelledby="provenance" className={styles.part}>
          <h2 id="provenance">{words.provenance.heading}</h2>
          {provenance.map(({ field, value, error }) => (
            <Field
              key={field}
              id={field}
              name={field}
              type={field === 'gatheredOn' ? 'date' : 'text'}
              label={words.provenance.fields[field]}
              error={error}
              defaultValue={value}
            />
          ))}
          <Choice
            id="letterLocale"
            name="letterLocale"
            legend={words.provenance.language}
            answers={props.languages}
            chosen={props.locale}
          />
          <Checkbox
            id="allPublic"
            name="allPublic"
            label={words.provenance.allPublic}
            defaultChecked={props.allPublic}
          />
          <Checkbox
            id="withoutAddress"
            name="withoutAddress"
            label={words.provenance.withoutAddress}
            hint={words.provenance.withoutAddressHint}
            defaultChecked={props.countsWithoutAddress}
          />
          <Button type="submit">{words.provenance.button}</Button>
        </section>
      </form>
      <form action={discard}>
        <input type="hidden" name="id" value={batchId} />
        <Button type="submit" look="quiet">
          {words.provenance.discard}
        </Button>
      </form>
    </div>
  )
}
