import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import type { Messages } from '#lib/text/messages.ts'

type RuleTableProps = {
  /** Each in words. */
  rules: {
    id: string
    effect: string
    what: string
    reason: string
    author: string
    ends: string
  }[]
  /** Null for who may only look. */
  end: ((form: FormData) => Promise<void>) | null
  words: Messages['organisers']['signatures']['rules']
}

/** The rules in force, each with the button that ends it. */
export function RuleTable({ rules, end, words }: RuleTableProps) {
  if (rules.length === 0) return <p>{words.none}</p>
  const names = [words.what, words.effect, words.reason, words.author, words.ends]
  return (
    <DataRows
      label={words.inForce}
      columns={[...names, ...(end ? [words.decide] : [])].map(name => ({ name }))}
      rows={rules.map(({ id, what, effect, reason, author, ends }) => ({
        id,
        cells: [
          <bdi key="what">{what}</bdi>,
          effect,
          reason,
          author,
          ends,
          ...(end
            ? [<OneButton key="end" action={end} label={words.end} about={what} fields={{ id }} />]
            : []),
        ],
      }))}
    />
  )
}
