import type { ReactNode } from 'react'
import { Pulse } from '#components/ui/Pulse.tsx'
import styles from './FramedLetter.module.css'

type FramedLetterProps = { title: string; href: string; children: ReactNode }

/** The form alone, under the title of the letter, which leads to the letter itself. */
export function FramedLetter({ title, href, children }: FramedLetterProps) {
  return (
    <main id="main" className={styles.framed}>
      <base target="_blank" />
      <h1 className={styles.title}>
        <a href={href}>{title}</a>
      </h1>
      <Pulse variant="divider" />
      {children}
      <script src="/embed/frame.js" async />
    </main>
  )
}
