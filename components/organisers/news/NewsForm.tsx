import type { Words } from '#lib/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { type Option, Select } from '../../ui/Select.tsx'
import { KeepTyped } from '../KeepTyped.tsx'
import styles from '../updates/Updates.module.css'
import { WorkSection } from '../WorkSection.tsx'
import { NewsTextFields } from './NewsTextFields.tsx'

type NewsFormProps = {
  id: string
  kind: string
  day: string
  source: string
  country: string
  texts: {
    language: string
    name: string
    text: { title: string; body: string; who: string; quote: string }
  }[]
  countries: Option[]
  /** What is wrong, in words, by the name of the field. */
  errors: Record<string, string>
  action: (form: FormData) => Promise<void>
  words: Words['organisers']['news']['form'] & { country: string; typedBack: string }
}

/** What is known of it, and its words in every language. */
export function NewsForm(props: NewsFormProps) {
  const { id, kind, day, source, country, texts, countries, errors, action, words } = props
  return (
    <WorkSection id="text" title={words.heading} lead={words.markdown}>
      <form action={action} className={styles.form} noValidate>
        <input type="hidden" name="id" value={id} />
        <div className={styles.languages}>
          <Select
            id="kind"
            name="kind"
            label={words.kind}
            none={words.kinds.news}
            options={[{ code: 'answer', name: words.kinds.answer }]}
            defaultValue={kind === 'answer' ? kind : ''}
            hint={words.kindHint}
          />
          <Field
            id="day"
            name="day"
            type="date"
            label={words.day}
            defaultValue={day}
            error={errors.day}
          />
          <Field
            id="source"
            name="source"
            type="url"
            label={words.source}
            defaultValue={source}
            error={errors.source}
            autoComplete="off"
          />
          <Select
            id="country"
            name="country"
            label={words.country}
            none={words.noCountry}
            options={countries}
            defaultValue={country}
            error={errors.country}
          />
        </div>
        <div className={styles.languages}>
          {texts.map(each => (
            <NewsTextFields key={each.language} {...each} errors={errors} words={words} />
          ))}
        </div>
        <KeepTyped name={`news-${id}`} words={words.typedBack} />
        <Button type="submit">{words.save}</Button>
      </form>
    </WorkSection>
  )
}
