import type { Words } from '#lib/words.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { type Option, Select } from '../ui/Select.tsx'
import styles from './SignatoryFilters.module.css'

type SignatoryFiltersProps = {
  /** The list's own address, without a query. */
  href: string
  chosen: { q?: string; kind?: string; category?: string; country?: string }
  categories: Option[]
  countries: Option[]
  words: Words['signatories']
}

/** Search and filters: a form that asks for a page, so its address can be shared. */
export function SignatoryFilters(props: SignatoryFiltersProps) {
  const { href, chosen, categories, countries, words } = props
  const kinds = [
    { code: 'individual', name: words.individuals },
    { code: 'organisation', name: words.organisations },
  ]
  const hasFilter = Boolean(chosen.kind || chosen.category || chosen.country)
  return (
    <search aria-label={words.filters}>
      <form method="get" action={href} className={styles.form}>
        <div className={styles.search}>
          <Field
            id="filter-q"
            name="q"
            type="search"
            label={words.search}
            defaultValue={chosen.q}
            enterKeyHint="search"
          />
          <Button type="submit" look="quiet">
            {words.apply}
          </Button>
        </div>
        <details open={hasFilter}>
          <summary className={styles.more}>{words.more}</summary>
          <div className={styles.filters}>
            <Select
              id="filter-kind"
              name="kind"
              label={words.kind}
              none={words.allKinds}
              options={kinds}
              defaultValue={chosen.kind}
            />
            <Select
              id="filter-category"
              name="category"
              label={words.category}
              none={words.allCategories}
              options={categories}
              defaultValue={chosen.category}
            />
            <Select
              id="filter-country"
              name="country"
              label={words.country}
              none={words.allCountries}
              options={countries}
              defaultValue={chosen.country}
            />
          </div>
        </details>
        {(hasFilter || chosen.q) && (
          <a className={styles.clear} href={href}>
            {words.clear}
          </a>
        )}
      </form>
    </search>
  )
}
