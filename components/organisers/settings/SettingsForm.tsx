'use client'

import styles from '#components/organisers/common/Draft.module.css'
import {
  DraftForm,
  type DraftFormProps,
  type FieldOf,
} from '#components/organisers/common/DraftForm.tsx'
import { Choice } from '#components/ui/Choice.tsx'
import { Field, TextArea } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'

/** A field of a part of the settings: a line, several lines, or a choice from a long list or a short one. */
export type SettingsField = {
  name: string
  label: string
  hint?: string | undefined
  lang?: string | undefined
  rows?: number
  type?: 'email' | 'date' | 'number'
  options?: Option[]
  answers?: { value: string; label: string }[]
}

/** Fields that belong together, such as those of one language. */
export type SettingsGroup = {
  id: string
  legend?: string
  fields: SettingsField[]
  /** Stands across the page, above groups that stand side by side. */
  isWide?: boolean
}

type SettingsFormProps = Omit<DraftFormProps, 'fields'> & {
  groups: SettingsGroup[]
  kept: Record<string, string>
  none: string
}

/** A form of one part of the settings. */
export function SettingsForm({ groups, kept, none, ...draft }: SettingsFormProps) {
  const all = groups.flatMap(({ legend, fields }) => fields.map(each => ({ ...each, legend })))
  const fields = Object.fromEntries(
    all.map(({ name, label, legend, lang, options = [], answers = [] }) => {
      const value = kept[name] ?? ''
      const shown =
        options.find(({ code }) => code === value)?.name ??
        answers.find(each => each.value === value)?.label
      const alone = [legend, label].filter(Boolean).join(', ')
      return [name, { value, label: alone, ...(shown && { shown }), ...(lang && { lang }) }]
    }),
  )
  return (
    <DraftForm {...draft} fields={fields}>
      {fieldOf => (
        <div className={styles.languages}>
          {groups.map(group => (
            <Group key={group.id} {...group} fieldOf={fieldOf} none={none} />
          ))}
        </div>
      )}
    </DraftForm>
  )
}

type Shared = { fieldOf: FieldOf; none: string }

function Group({ legend, fields, isWide, ...shared }: SettingsGroup & Shared) {
  return (
    <fieldset className={isWide ? styles.wide : styles.language}>
      {legend && <legend>{legend}</legend>}
      {fields.map(field => (
        <AnyField key={field.name} field={field} {...shared} />
      ))}
    </fieldset>
  )
}

function AnyField({ field, fieldOf, none }: { field: SettingsField } & Shared) {
  const { name, options, answers, rows, type, ...said } = field
  const control = fieldOf(name)
  if (answers) {
    const { id, defaultValue, error } = control
    return (
      <Choice
        id={id}
        name={name}
        legend={said.label}
        answers={answers}
        chosen={defaultValue}
        {...(error && { error })}
      />
    )
  }
  if (options) return <Select {...control} {...said} none={none} options={options} />
  if (rows) return <TextArea {...control} {...said} rows={rows} />
  return <Field {...control} {...said} type={type} autoComplete="off" />
}
