import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

type UploadFormProps = {
  /** Where the file goes. */
  action: string
  hint: string
  error: string | undefined
  words: Pick<Messages['organisers']['paper']['upload'], 'heading' | 'label' | 'button'>
}

/** Takes a list of signatures gathered elsewhere. */
export function UploadForm({ action, hint, error, words }: UploadFormProps) {
  return (
    <section className={work.work} aria-labelledby="upload">
      <h2 id="upload">{words.heading}</h2>
      <form action={action} method="post" encType="multipart/form-data" className={work.form}>
        <Field
          id="file"
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          label={words.label}
          hint={hint}
          error={error}
          required
        />
        <Button type="submit">{words.button}</Button>
      </form>
    </section>
  )
}
