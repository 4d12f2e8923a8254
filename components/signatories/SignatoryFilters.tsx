import { Filters } from '#components/ui/Filters.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './SignatoryFilters.module.css'

type SignatoryFiltersProps = {
  /** The list's own address, without a query. */
  href: string
  chosen: { [filter in 'q' | 'kind' | 'category' | 'country']?: string | undefined }
  categories: Option[]
  countries: Option[]
  words: Messages['signatories']
}

/** Search and filters of the public list. */
export function SignatoryFilters(props: SignatoryFiltersProps) {
  const { href, chosen, categories, countries, words } = props
  const kinds = [
    { code: 'individual', name: words.individuals },
    { code: 'organisation', name: words.organisations },
  ]
  const hasFilter = Boolean(chosen.kind || chosen.category || chosen.country)
  return (
    <div className={styles.place}>
      <Filters
        href={href}
        label={words.filters}
        search={{ label: words.search, typed: chosen.q }}
        apply={{ label: words.apply, look: 'quiet' }}
        more={{ label: words.more, isOpen: hasFilter }}
        clear={(hasFilter || Boolean(chosen.q)) && words.clear}
      >
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
      </Filters>
    </div>
  )
}
