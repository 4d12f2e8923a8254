import styles from '#components/organisers/common/Draft.module.css'
import type { FieldOf } from '#components/organisers/common/DraftForm.tsx'
import { MarkdownArea } from '#components/organisers/writing/MarkdownArea.tsx'
import { Field, TextArea } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

const FIELDS = [
  { name: 'title', rows: 1, isMarkdown: false },
  { name: 'body', rows: 12, isMarkdown: true },
  { name: 'who', rows: 1, isMarkdown: false },
  { name: 'quote', rows: 4, isMarkdown: false },
] as const

type NewsTextFieldsProps = {
  language: string
  /** The language's own name. */
  name: string
  fieldOf: FieldOf
  words: Messages['organisers']['news']['form']
}

/** The words of a piece of news in one language. */
export function NewsTextFields({ language, name, fieldOf, words }: NewsTextFieldsProps) {
  return (
    <fieldset className={styles.language}>
      <legend lang={language}>{name}</legend>
      {FIELDS.map(field => {
        const input = { ...fieldOf(`${field.name}-${language}`), label: words[field.name] }
        if (field.rows === 1) return <Field key={field.name} {...input} autoComplete="off" />
        const Area = field.isMarkdown ? MarkdownArea : TextArea
        return <Area key={field.name} {...input} rows={field.rows} />
      })}
    </fieldset>
  )
}
