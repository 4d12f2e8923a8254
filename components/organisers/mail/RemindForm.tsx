import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'

type RemindFormProps = {
  /** How many would be reminded. */
  count: number
  /** What became of those who were. */
  effect: string
  action: (form: FormData) => Promise<void>
  words: Messages['organisers']['mail']['remind']
  formatCount: (count: number) => string
}

/** Reminds those who did not confirm, after saying how many they are. */
export function RemindForm({ count, effect, action, words, formatCount }: RemindFormProps) {
  return (
    <WorkSection id="remind" title={words.heading} lead={words.rules}>
      <p>
        {words.count} <strong>{formatCount(count)}</strong>
      </p>
      <p>{effect}</p>
      {count > 0 && (
        <form action={action}>
          <Button type="submit" look="quiet">
            {words.button}
          </Button>
        </form>
      )}
    </WorkSection>
  )
}
