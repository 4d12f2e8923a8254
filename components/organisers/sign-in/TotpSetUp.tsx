import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/Button.tsx'
import { CopyButton, type CopyWords } from '#components/ui/CopyButton.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './TotpSetUp.module.css'

type TotpSetUpProps = {
  /** The QR code's dark squares as one path of SVG, each a unit wide, quiet zone included. */
  picture: { path: string; size: number }
  /** The otpauth: address: on a phone it opens the app. */
  uri: string
  /** Base32. */
  secret: string
  words: Messages['organisers']['setUp']
  copy: CopyWords
  /** The form for the first code. */
  children: ReactNode
}

/** Two steps: the app learns the secret, the site sees a first code. */
export function TotpSetUp({ picture, uri, secret, words, copy, children }: TotpSetUpProps) {
  return (
    <ol className={styles.steps}>
      <li>
        <h2 className={styles.step}>{words.scan}</h2>
        <a className={styles.picture} href={uri}>
          <svg
            role="img"
            aria-label={words.picture}
            viewBox={`0 0 ${picture.size} ${picture.size}`}
            shapeRendering="crispEdges"
          >
            <path d={picture.path} />
          </svg>
        </a>
        <p>
          <ButtonLink look="quiet" href={uri}>
            {words.open}
          </ButtonLink>
        </p>
        <p className={styles.hint}>{words.secret}</p>
        <p>
          <code className={styles.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <div className={styles.copy}>
          <CopyButton text={secret} words={copy} />
        </div>
      </li>
      <li>
        <h2 className={styles.step}>{words.code}</h2>
        {children}
      </li>
    </ol>
  )
}
