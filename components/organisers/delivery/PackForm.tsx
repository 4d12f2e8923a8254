'use client'

import { useActionState } from 'react'
import draft from '#components/organisers/common/Draft.module.css'
import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { ErrorSummary } from '#components/ui/ErrorSummary.tsx'
import { Field, TextArea } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './PackForm.module.css'

/** What the form shows of a pack that was refused. */
export type PackFormState = {
  /** What was typed, by field, and the languages that were chosen. */
  typed: Record<string, string>
  languages: string[]
  /** In a sentence, by field. */
  errors: Record<string, string>
} | null

/** The cover letter in one language. */
export type PackGroup = {
  language: string
  legend: string
  fields: {
    name: string
    label: string
    hint: string | undefined
    /** Of a field of several lines. */
    rows: number | undefined
    /** What is offered. */
    value: string
  }[]
}

type PackFormProps = {
  /** The pack of whose signatures this is another one; empty for the signatures of now. */
  of: string
  languages: Option[]
  countries: Option[]
  covers: PackGroup[]
  action: (previous: unknown, form: FormData) => Promise<PackFormState>
  words: Messages['organisers']['packs']['prepare'] & {
    cover: Messages['organisers']['packs']['cover']
  }
}

/** What goes into a pack: languages, one country or all, a cover letter. Refused, it keeps what was typed. */
export function PackForm(props: PackFormProps) {
  const { of, languages, countries, covers, action, words } = props
  const [state, send, isSending] = useActionState<PackFormState, FormData>(action, null)
  const { typed = {}, errors = {} } = state ?? {}
  const chosen = state?.languages ?? languages.map(({ code }) => code)
  const faults = Object.entries(errors).map(([name, message]) => ({
    id: name === 'language' ? `language-${languages[0]?.code}` : name,
    message,
  }))
  return (
    <form key={JSON.stringify(state)} action={send} className={styles.form} noValidate>
      <input type="hidden" name="of" value={of} />
      {faults.length > 0 && <ErrorSummary title={words.refused} errors={faults} heading="h2" />}
      <fieldset className={styles.languages}>
        <legend>{words.languages}</legend>
        {languages.map(({ code, name }, index) => (
          <Checkbox
            key={code}
            id={`language-${code}`}
            name="language"
            value={code}
            label={name}
            defaultChecked={chosen.includes(code)}
            {...(index === 0 && errors.language && { error: errors.language })}
          />
        ))}
      </fieldset>
      {countries.length > 0 && (
        <Select
          id="country"
          name="country"
          label={words.country}
          hint={words.countryHint}
          error={errors.country}
          none={words.allCountries}
          options={countries}
          defaultValue={typed.country ?? ''}
        />
      )}
      <section className={work.wideWork} aria-labelledby="cover">
        <h2 id="cover">{words.cover.heading}</h2>
        <p className={work.lead}>{words.cover.lead}</p>
        <div className={draft.languages}>
          {covers.map(group => (
            <Cover key={group.language} {...group} typed={typed} errors={errors} />
          ))}
        </div>
      </section>
      <Button type="submit" aria-disabled={isSending}>
        {words.button}
      </Button>
    </form>
  )
}

type CoverProps = PackGroup & Pick<NonNullable<PackFormState>, 'typed' | 'errors'>

function Cover({ language, legend, fields, typed, errors }: CoverProps) {
  return (
    <fieldset className={draft.language}>
      <legend lang={language}>{legend}</legend>
      {fields.map(({ name, value, rows, ...said }) => {
        const control = { ...said, id: name, name, lang: language, error: errors[name] }
        const defaultValue = typed[name] ?? value
        return rows ? (
          <TextArea key={name} {...control} defaultValue={defaultValue} rows={rows} />
        ) : (
          <Field key={name} {...control} defaultValue={defaultValue} autoComplete="off" />
        )
      })}
    </fieldset>
  )
}
