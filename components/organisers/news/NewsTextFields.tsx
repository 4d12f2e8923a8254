import type { Words } from '#lib/words.ts'
import { Field, TextArea } from '../../ui/Field.tsx'
import styles from '../updates/Updates.module.css'

const FIELDS = [
  { name: 'title', rows: 1 },
  { name: 'body', rows: 12 },
  { name: 'who', rows: 1 },
  { name: 'quote', rows: 4 },
] as const

type NewsTextFieldsProps = {
  language: string
  /** The language's own name. */
  name: string
  text: { title: string; body: string; who: string; quote: string }
  errors: Record<string, string>
  words: Words['organisers']['news']['form']
}

/** The words of a piece of news in one language. */
export function NewsTextFields({ language, name, text, errors, words }: NewsTextFieldsProps) {
  return (
    <fieldset className={styles.language}>
      <legend lang={language}>{name}</legend>
      {FIELDS.map(field => {
        const id = `${field.name}-${language}`
        const input = {
          id,
          name: id,
          label: words[field.name],
          lang: language,
          defaultValue: text[field.name],
          error: errors[id],
        }
        return field.rows === 1 ? (
          <Field key={id} {...input} autoComplete="off" />
        ) : (
          <TextArea key={id} {...input} rows={field.rows} />
        )
      })}
    </fieldset>
  )
}
