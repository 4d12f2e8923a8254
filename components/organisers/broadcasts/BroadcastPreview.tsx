import styles from '#components/organisers/common/Draft.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import type { Messages } from '#lib/text/messages.ts'

type BroadcastPreviewProps = {
  mails: { language: string; name: string; href: string; subject: string; text: string }[]
  words: Messages['organisers']['broadcasts']['preview']
}

/** Each language as it will arrive: its plain text here, its HTML in a page of its own. */
export function BroadcastPreview({ mails, words }: BroadcastPreviewProps) {
  return (
    <WorkSection id="preview" title={words.heading}>
      {mails.length === 0 && <p>{words.none}</p>}
      <div className={styles.languages}>
        {mails.map(({ language, name, href, subject, text }) => (
          <div key={language} className={styles.language}>
            <h3 lang={language}>{name}</h3>
            <p lang={language}>
              <strong>{subject}</strong>
            </p>
            <p>
              <a href={href} target="_blank" rel="noreferrer">
                {words.html} ({language})
              </a>
            </p>
            <pre className={styles.text} lang={language}>
              {text}
            </pre>
          </div>
        ))}
      </div>
    </WorkSection>
  )
}
