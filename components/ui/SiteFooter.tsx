import type { Words } from '#lib/words.ts'
import styles from './SiteFooter.module.css'

type SiteFooterProps = {
  organisation: string
  letterHref: string
  signatoriesHref: string
  statementsHref: string
  mySignatureHref: string
  privacyHref: string
  contactEmail: string
  words: Words['site']
}

export function SiteFooter(props: SiteFooterProps) {
  const { words } = props
  return (
    <footer className={styles.footer}>
      <nav aria-label={words.menu}>
        <ul className={styles.links}>
          <li>
            <a href={props.letterHref}>{words.letter}</a>
          </li>
          <li>
            <a href={props.signatoriesHref}>{words.signatories}</a>
          </li>
          <li>
            <a href={props.statementsHref}>{words.statements}</a>
          </li>
          <li>
            <a href={props.mySignatureHref}>{words.mySignature}</a>
          </li>
          <li>
            <a href={props.privacyHref}>{words.privacy}</a>
          </li>
          <li>
            <a href={`mailto:${props.contactEmail}`}>{words.contact}</a>
          </li>
        </ul>
      </nav>
      <p>
        {words.runBy} {props.organisation}. {words.noTracking}
      </p>
    </footer>
  )
}
