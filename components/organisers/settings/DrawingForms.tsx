import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'

type DrawingFormsProps = {
  /** Where a file goes. */
  action: string
  drawings: { name: string; heading: string; label: string; error: string | undefined }[]
  words: { hint: string; button: string }
}

/** Takes a drawing of the letter's own, and a logo. */
export function DrawingForms({ action, drawings, words }: DrawingFormsProps) {
  return drawings.map(({ name, heading, label, error }) => (
    <section key={name} className={work.work} aria-labelledby={`upload-${name}`}>
      <h2 id={`upload-${name}`}>{heading}</h2>
      <form action={action} method="post" encType="multipart/form-data" className={work.form}>
        <input type="hidden" name="name" value={name} />
        <Field
          id={`file-${name}`}
          name="file"
          type="file"
          accept=".svg,image/svg+xml"
          label={label}
          hint={words.hint}
          {...(error && { error })}
          required
        />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  ))
}
