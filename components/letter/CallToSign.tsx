import { ButtonLink } from '#components/ui/Button.tsx'
import { Pulse } from '#components/ui/Pulse.tsx'
import styles from './CallToSign.module.css'

type CallToSignProps = { href: string; words: { lead: string; sign: string } }

/** The foot of a page that one read: the stroke waits for a signature. */
export function CallToSign({ href, words }: CallToSignProps) {
  return (
    <aside className={styles.call}>
      <Pulse variant="divider" />
      <div className={styles.inner}>
        <p className={styles.lead}>{words.lead}</p>
        <ButtonLink href={href}>{words.sign}</ButtonLink>
      </div>
    </aside>
  )
}
