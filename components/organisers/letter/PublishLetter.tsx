import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import { Choice } from '#components/ui/Choice.tsx'
import { VersionChanges } from '#components/versions/VersionChanges.tsx'
import type { Messages } from '#lib/text/messages.ts'
import type { Piece } from '#lib/versions/what-changed.ts'
import styles from './LetterForm.module.css'

type PublishLetterProps = {
  locale: string
  texts: {
    language: string
    /** The language's own name. */
    name: string
    /** Of the text that is shown: no other is published. */
    version: string
    paragraphs: Piece[][]
    /** How many people a material change would ask, in a sentence. */
    asked: string
  }[]
  action: (form: FormData) => Promise<void>
  words: Messages['organisers']['letter']['publish']
  versions: Messages['versions']
}

/** What waits to be published, what it changes, and the question that the command asks too: what is this change? */
export function PublishLetter({ locale, texts, action, words, versions }: PublishLetterProps) {
  if (texts.length === 0) return null
  return (
    <WorkSection id="publish" title={words.heading} lead={words.lead}>
      <form action={action} className={styles.paragraphs}>
        {texts.map(({ language, name, version, paragraphs, asked }) => (
          <div key={language} className={styles.paragraphs}>
            <h3 lang={language}>{name}</h3>
            <VersionChanges
              language={language}
              locale={locale}
              paragraphs={paragraphs}
              words={versions}
            />
            <input type="hidden" name={`version-${language}`} value={version} />
            <Choice
              id={`level-${language}`}
              name={`level-${language}`}
              legend={`${words.question} (${name})`}
              answers={[
                { value: 'correction', label: words.correction },
                { value: 'material', label: words.material },
              ]}
              chosen=""
            />
            <p>{asked}</p>
          </div>
        ))}
        <div>
          <Button type="submit">{words.button}</Button>
        </div>
      </form>
    </WorkSection>
  )
}
