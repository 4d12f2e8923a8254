import type { ReactNode } from 'react'
import { Field } from '#components/ui/Field.tsx'
import { FilterGroup, Filters } from '#components/ui/Filters.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './SignatureFilters.module.css'

/** Filters of the table with what may be chosen for each, in words. */
export type FilterChoices = Record<ChoiceName, Option[]>

type SignatureFiltersProps = {
  /** The table's own address, without a query. */
  href: string
  chosen: Record<string, string | undefined>
  /** Whether it is one of the saved searches, which have a name: its filters stay folded. */
  isSaved: boolean
  choices: FilterChoices
  words: Messages['organisers']['signatures']['filters']
  /** quiet: where the page has something else to press. */
  look?: 'main' | 'quiet'
  /** A filter that the page asks for elsewhere. */
  without?: ChoiceName
}

type ChoiceName =
  | 'status'
  | 'reason'
  | 'mark'
  | 'statement'
  | 'purpose'
  | 'kind'
  | 'country'
  | 'category'
  | 'language'
type DayName = 'submittedFrom' | 'submittedTo' | 'confirmedFrom' | 'confirmedTo'
type TextName = 'domain' | 'network' | 'pressNetwork'
type FilterName = ChoiceName | DayName | TextName

/** Which filters unfold together: what somebody looks for at one time. */
const GROUPS = {
  state: ['status', 'reason', 'mark', 'statement'],
  who: ['kind', 'category', 'country', 'language', 'purpose'],
  when: ['submittedFrom', 'submittedTo', 'confirmedFrom', 'confirmedTo'],
  source: ['domain', 'network', 'pressNetwork'],
} as const satisfies Record<string, readonly FilterName[]>

const TEXTS: readonly FilterName[] = GROUPS.source
const ALL: readonly FilterName[] = Object.values(GROUPS).flat()

/** Search and filters of the table of signatures: of its groups those are unfolded that are in use. */
export function SignatureFilters(props: SignatureFiltersProps) {
  const { href, chosen, isSaved, words, look } = props
  const isUsed = (names: readonly FilterName[]) => names.some(name => chosen[name])
  return (
    <Filters
      href={href}
      label={words.label}
      search={{ label: words.search, hint: words.searchHint, typed: chosen.q }}
      apply={{ label: words.apply, look }}
      clear={(isUsed(ALL) || Boolean(chosen.q)) && words.clear}
    >
      <div className={styles.groups}>
        {Object.entries(GROUPS).map(([group, names]) => (
          <FilterGroup
            key={group}
            label={words.groups[group as keyof typeof GROUPS]}
            isOpen={isUsed(names) && !isSaved}
          >
            {names.filter(name => name !== props.without).map(name => fieldOf(name, props))}
          </FilterGroup>
        ))}
      </div>
    </Filters>
  )
}

function fieldOf(name: FilterName, { chosen, choices, words }: SignatureFiltersProps): ReactNode {
  const field = { id: `filter-${name}`, name, label: words[name], defaultValue: chosen[name] }
  const options = choices[name as ChoiceName]
  if (options) return <Select {...field} key={name} none={words.any} options={options} />
  if (TEXTS.includes(name)) {
    return <Field {...field} key={name} spellCheck={false} autoCapitalize="none" />
  }
  return <Field {...field} key={name} type="date" />
}
