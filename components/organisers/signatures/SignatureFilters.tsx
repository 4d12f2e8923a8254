import { Field } from '#components/ui/Field.tsx'
import { Filters } from '#components/ui/Filters.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'

/** Filters of the table with what may be chosen for each, in words. */
export type FilterChoices = Record<(typeof CHOICES)[number], Option[]>

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
  without?: (typeof CHOICES)[number]
}

const CHOICES = [
  'status',
  'reason',
  'mark',
  'statement',
  'purpose',
  'kind',
  'country',
  'category',
  'language',
] as const
const DAYS = ['submittedFrom', 'submittedTo', 'confirmedFrom', 'confirmedTo'] as const
const TEXTS = ['domain', 'network', 'pressNetwork'] as const

/** Search and filters of the table of signatures. */
export function SignatureFilters(props: SignatureFiltersProps) {
  const { href, chosen, isSaved, choices, words, look, without } = props
  const hasFilter = [...CHOICES, ...DAYS, ...TEXTS].some(name => chosen[name])
  return (
    <Filters
      href={href}
      label={words.label}
      search={{ label: words.search, hint: words.searchHint, typed: chosen.q }}
      apply={{ label: words.apply, look }}
      more={{ label: words.more, isOpen: hasFilter && !isSaved }}
      clear={(hasFilter || Boolean(chosen.q)) && words.clear}
    >
      {CHOICES.filter(name => name !== without).map(name => (
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
    </Filters>
  )
}
