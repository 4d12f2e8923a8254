import { Checkbox } from '#components/ui/Checkbox.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'

type RemovalFieldsProps = {
  /** Base of the fields' ids. */
  id: string
  reasons: Option[]
  /** Whether there is an address to write to. */
  hasAddress?: boolean
  words: Messages['organisers']['signatures']['removal']
}

/** What is asked before a removal: why, and whether its owner shall be told. */
export function RemovalFields({ id, reasons, hasAddress = true, words }: RemovalFieldsProps) {
  return (
    <>
      <Select
        id={`${id}-reason`}
        name="reason"
        label={words.reason}
        none={words.choose}
        options={reasons}
        required
      />
      {hasAddress && (
        <Checkbox id={`${id}-tell`} name="tell" label={words.tell} hint={words.tellHint} />
      )}
    </>
  )
}
