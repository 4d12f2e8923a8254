import { Blocks } from '#components/letter/Blocks.tsx'
import styles from '#components/organisers/common/Draft.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import type { Block } from '#lib/content/blocks.ts'
import type { Messages } from '#lib/text/messages.ts'

type BroadcastPreviewProps = {
  mails: {
    language: string
    name: string
    href: string
    subject: string
    /** What its organiser wrote. */
    blocks: Block[]
    /** The whole mail, as text. */
    text: string
  }[]
  words: Messages['organisers']['broadcasts']['preview']
}

/** Each language as it will arrive: what was written, formatted; its plain text, and its HTML in a page of its own. */
export function BroadcastPreview({ mails, words }: BroadcastPreviewProps) {
  return (
    <WorkSection id="preview" title={words.heading}>
      {mails.length === 0 && <p>{words.none}</p>}
      <div className={styles.languages}>
        {mails.map(({ language, name, href, subject, blocks, text }) => (
          <div key={language} className={styles.language}>
            <h3 lang={language}>{name}</h3>
            <p lang={language}>
              <strong>{subject}</strong>
            </p>
            <div lang={language} className={styles.formatted}>
              <Blocks blocks={blocks} />
            </div>
            <p>
              <a href={href} target="_blank" rel="noreferrer">
                {words.html} ({language})
              </a>
            </p>
            <details>
              <summary>{words.text}</summary>
              <pre className={styles.text} lang={language}>
                {text}
              </pre>
            </details>
          </div>
        ))}
      </div>
    </WorkSection>
  )
}
