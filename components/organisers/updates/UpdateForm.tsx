import type { Words } from '#lib/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { type Option, Select } from '../../ui/Select.tsx'
import { KeepTyped } from '../KeepTyped.tsx'
import { WorkSection } from '../WorkSection.tsx'
import styles from './Updates.module.css'

type Typed = { value: string; error: string }

type UpdateFormProps = {
  id: string
  texts: { language: string; name: string; subject: Typed; body: Typed }[]
  country: string
  kind: string
  countries: Option[]
  kinds: Option[]
  action: (form: FormData) => Promise<void>
  words: Words['organisers']['updates']['form'] & { country: string; typedBack: string }
}

/** A subject and Markdown in every language, and for whom. */
export function UpdateForm(props: UpdateFormProps) {
  const { id, texts, country, kind, countries, kinds, action, words } = props
  return (
    <WorkSection id="text" title={words.heading} lead={words.markdown}>
      <form action={action} className={styles.form}>
        <input type="hidden" name="id" value={id} />
        <div className={styles.languages}>
          {texts.map(text => (
            <TextFields key={text.language} {...text} words={words} />
          ))}
        </div>
        <div className={styles.languages}>
          <Select
            id="country"
            name="country"
            label={words.country}
            none={words.everywhere}
            options={countries}
            defaultValue={country}
          />
          <Select
            id="kind"
            name="kind"
            label={words.kind}
            none={words.everybody}
            options={kinds}
            defaultValue={kind}
          />
        </div>
        <KeepTyped name={`update-${id}`} words={words.typedBack} />
        <Button type="submit">{words.save}</Button>
      </form>
    </WorkSection>
  )
}

type TextFieldsProps = UpdateFormProps['texts'][number] & Pick<UpdateFormProps, 'words'>

function TextFields({ language, name, subject, body, words }: TextFieldsProps) {
  return (
    <fieldset className={styles.language}>
      <legend lang={language}>{name}</legend>
      <Field
        id={`subject-${language}`}
        name={`subject-${language}`}
        label={words.subject}
        lang={language}
        defaultValue={subject.value}
        error={subject.error}
        autoComplete="off"
      />
      <TextArea
        id={`body-${language}`}
        name={`body-${language}`}
        label={words.body}
        lang={language}
        defaultValue={body.value}
        error={body.error}
        rows={14}
      />
    </fieldset>
  )
}
