import type { Words } from '#lib/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { type Option, Select } from '../../ui/Select.tsx'
import { type ActAction, ReadFields } from './ActButtons.tsx'
import styles from './DecideForms.module.css'

type TypoFormProps = {
  signature: {
    id: string
    contents: string
    name: string
    organisation: string | null
    role: string | null
    category: string | null
    country: string | null
  }
  correct: ActAction
  countries: Option[]
  categories: Option[]
  words: Words['form']
  names: Words['organisers']['signatures']['detail']
}

/** What an organiser may correct for a signatory. */
export function TypoForm(props: TypoFormProps) {
  const { signature, correct, countries, categories, words, names } = props
  return (
    <form action={correct} className={styles.fields}>
      <ReadFields signature={signature} />
      <Field id="typo-name" name="name" label={names.name} defaultValue={signature.name} required />
      <Field
        id="typo-organisation"
        name="organisation"
        label={names.organisation}
        defaultValue={signature.organisation ?? ''}
      />
      <Field id="typo-role" name="role" label={names.role} defaultValue={signature.role ?? ''} />
      <Select
        id="typo-category"
        name="category"
        label={words.category.label}
        none={words.category.none}
        options={categories}
        defaultValue={signature.category ?? ''}
      />
      <Select
        id="typo-country"
        name="country"
        label={words.country.label}
        none={words.country.none}
        options={countries}
        defaultValue={signature.country ?? ''}
      />
      <Button type="submit" look="quiet">
        {names.save}
      </Button>
    </form>
  )
}
