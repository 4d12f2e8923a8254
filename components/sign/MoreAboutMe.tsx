import { Choice } from '#components/ui/Choice.tsx'
import { Field, TextArea } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { FieldName, FieldValues } from '#lib/signatures/sign-form-state.ts'
import { BothReadings } from './BothReadings.tsx'
import styles from './MoreAboutMe.module.css'
import { controlId, type FieldMessages, type SignFormWords } from './sign-form-words.ts'

type MoreAboutMeProps = {
  words: SignFormWords
  values: FieldValues
  messages: FieldMessages
  countries: Option[]
  categories: Option[]
}

const FIELDS: FieldName[] = ['organisation', 'role', 'country', 'category', 'statement']

/**
 * Fields that an individual may leave folded away and an organisation sees at once. CSS alone
 * unfolds them (:has), so it works without a script; where :has is missing they are all in sight.
 */
export function MoreAboutMe({ words, values, messages, countries, categories }: MoreAboutMeProps) {
  const isOpen = values.capacity === 'official' || FIELDS.some(f => values[f] || messages[f])
  return (
    <>
      <label className={styles.toggle}>
        <input type="checkbox" data-fold="" className={styles.switch} defaultChecked={isOpen} />
        <span>
          {words.more} <span className={styles.aside}>({words.optional})</span>
        </span>
      </label>
      <div className={styles.more}>
        <Field
          id={controlId('organisation')}
          name="organisation"
          label={<BothLabels {...words.organisation} optional={words.optional} />}
          error={messages.organisation}
          defaultValue={values.organisation}
          autoComplete="organization"
          enterKeyHint="next"
        />
        <Field
          id={controlId('role')}
          name="role"
          label={<BothLabels {...words.role} optional={words.optional} />}
          error={messages.role}
          defaultValue={values.role}
          autoComplete="organization-title"
          enterKeyHint="next"
        />
        <div className={styles.website}>
          <Field
            id={controlId('website')}
            name="website"
            label={words.website.label}
            aside={words.optional}
            hint={words.website.hint}
            error={messages.website}
            defaultValue={values.website}
            autoComplete="url"
            inputMode="url"
            enterKeyHint="next"
          />
        </div>
        <Select
          key={`country-${values.country}`}
          id={controlId('country')}
          name="country"
          label={words.country.label}
          aside={words.optional}
          none={words.country.none}
          options={countries}
          error={messages.country}
          defaultValue={values.country}
          autoComplete="country"
        />
        <Select
          key={`category-${values.category}`}
          id={controlId('category')}
          name="category"
          label={words.category.label}
          aside={words.optional}
          none={words.category.none}
          options={categories}
          error={messages.category}
          defaultValue={values.category}
        />
        <div className={styles.wide}>
          <TextArea
            id={controlId('statement')}
            name="statement"
            label={words.statement.label}
            aside={words.optional}
            hint={words.statement.hint}
            error={messages.statement}
            defaultValue={values.statement}
            rows={3}
          />
        </div>
        <div className={styles.capacity}>
          <Choice
            id={controlId('capacity')}
            name="capacity"
            legend={words.capacity.label}
            answers={[
              { value: 'personal', label: words.capacity.personal },
              { value: 'official', label: words.capacity.official },
            ]}
            chosen={values.capacity ?? 'personal'}
            error={messages.capacity}
          />
        </div>
      </div>
    </>
  )
}

type BothLabelsProps = { label: string; labelIndividual: string; optional: string }

function BothLabels({ label, labelIndividual, optional }: BothLabelsProps) {
  const individual = (
    <>
      {labelIndividual} <span className={styles.aside}>({optional})</span>
    </>
  )
  return <BothReadings organisation={label} individual={individual} />
}
