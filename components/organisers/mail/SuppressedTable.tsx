import { Address } from '#components/organisers/common/Address.tsx'
import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { Button } from '#components/ui/Button.tsx'
import type { SuppressedAddress } from '#lib/overview/mail/suppressions.ts'
import type { Messages } from '#lib/text/messages.ts'

type SuppressedTableProps = {
  label: string
  rows: (SuppressedAddress & { day: string })[]
  /** Null for who may only look. */
  lift: ((form: FormData) => Promise<void>) | null
  words: Messages['organisers']['mail']['suppressed']
}

/** Addresses that the site does not write to, each a row. */
export function SuppressedTable({ label, rows, lift, words }: SuppressedTableProps) {
  if (rows.length === 0) return <p>{words.none}</p>
  return (
    <DataRows
      label={label}
      columns={[
        { name: words.address },
        { name: words.reason },
        { name: words.since },
        { name: words.what },
      ]}
      rows={rows.map(row => ({
        id: row.key,
        cells: [
          row.address ? <Address key="address" email={row.address} /> : words.notKept,
          row.isAskedAgain
            ? `${words.reasons[row.reason]} ${words.asked}`
            : words.reasons[row.reason],
          <time key="since" dateTime={row.since.toISOString()}>
            {row.day}
          </time>,
          row.mayLift && lift ? (
            <form key="lift" action={lift}>
              <input type="hidden" name="key" value={row.key} />
              <Button type="submit" look="quiet">
                {words.lift}
              </Button>
            </form>
          ) : (
            words.stands
          ),
        ],
      }))}
    />
  )
}
