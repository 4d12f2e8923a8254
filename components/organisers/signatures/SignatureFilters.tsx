import type { Words } from '#lib/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { type Option, Select } from '../../ui/Select.tsx'
import styles from './SignatureFilters.module.css'

/** Filters of the table with what may be chosen for each, in words. */
export type FilterChoices = Record<(typeof CHOICES)[number], Option[]>

type SignatureFiltersProps = {
  /** The table's own address, without a query. */
  href: string
  chosen: Record<string, string | undefined>
  /** Whether it is one of the saved searches, which have a name: its filters stay folded. */
  isSaved: boolean
  choices: FilterChoices
  words: Words['organisers']['signatures']['filters']
}

const CHOICES = [
  'status',
  'reason',
  'mark',
  'statement',
  'kind',
  'country',
  'category',
  'language',
] as const
const DAYS = ['submittedFrom', 'submittedTo', 'confirmedFrom', 'confirmedTo'] as const
const TEXTS = ['domain', 'network'] as const

/** Search and filters: a form that asks for a page, so its address can be kept and shared. */
export function SignatureFilters({ href, chosen, isSaved, choices, words }: SignatureFiltersProps) {
  const hasFilter = [...CHOICES, ...DAYS, ...TEXTS].some(name => chosen[name])
  return (
    <search aria-label={words.label}>
      <form method="get" action={href} className={styles.form}>
        <div className={styles.search}>
          <Field
            id="filter-q"
            name="q"
            type="search"
            label={words.search}
            hint={words.searchHint}
            defaultValue={chosen.q}
            enterKeyHint="search"
          />
          <Button type="submit">{words.apply}</Button>
        </div>
        <details open={hasFilter && !isSaved}>
          <summary className={styles.more}>{words.more}</summary>
          <div className={styles.filters}>
            {CHOICES.map(name => (
              <Select
                key={name}
                id={`filter-${name}`}
                name={name}
                label={words[name]}
                none={words.any}
                options={choices[name]}
                defaultValue={chosen[name]}
              />
            ))}
            {DAYS.map(name => (
              <Field
                key={name}
                id={`filter-${name}`}
                name={name}
                type="date"
                label={words[name]}
                defaultValue={chosen[name]}
              />
            ))}
            {TEXTS.map(name => (
              <Field
                key={name}
                id={`filter-${name}`}
                name={name}
                label={words[name]}
                defaultValue={chosen[name]}
                spellCheck={false}
                autoCapitalize="none"
              />
            ))}
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
