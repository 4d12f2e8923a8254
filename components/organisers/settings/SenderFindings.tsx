import draft from '#components/organisers/common/Draft.module.css'
import work from '#components/organisers/common/Work.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'

type SenderFindingsProps = {
  /** What was found, a sentence each; null while nobody has asked. */
  sentences: string[] | null
  selector: string
  words: { heading: string; lead: string; selector: string; selectorHint: string; button: string }
}

/** What the DNS says of the sender: asked for by a button, since the answer may take seconds. */
export function SenderFindings({ sentences, selector, words }: SenderFindingsProps) {
  return (
    <WorkSection id="dns" title={words.heading} lead={words.lead}>
      {sentences && (
        <ul className={draft.facts} role="status">
          {sentences.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <form action="#dns" method="get" className={work.form}>
        <Field
          id="selector"
          name="selector"
          label={words.selector}
          hint={words.selectorHint}
          defaultValue={selector}
          autoComplete="off"
        />
        <Button type="submit" name="dns" value="1" look="quiet">
          {words.button}
        </Button>
      </form>
    </WorkSection>
  )
}
