import work from '#components/organisers/common/Work.module.css'
import { TextArea } from '#components/ui/Field.tsx'

/** A sentence in one language: what is kept, or what was typed and refused. */
export type NoteField = {
  name: string
  language: string
  label: string
  value: string
  error: string | undefined
}

/** A sentence for readers in each language. */
export function NoteFields({ notes, required }: { notes: NoteField[]; required?: boolean }) {
  return notes.map(({ name, language, label, value, error }) => (
    <div key={language} className={work.wide}>
      <TextArea
        id={name}
        name={name}
        lang={language}
        label={label}
        error={error}
        defaultValue={value}
        required={required}
        rows={2}
      />
    </div>
  ))
}
