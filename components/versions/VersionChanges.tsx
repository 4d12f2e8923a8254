import { createElement, Fragment } from 'react'
import shared from '#components/ui/visually-hidden.module.css'
import type { Messages } from '#lib/text/messages.ts'
import type { Piece } from '#lib/versions/what-changed.ts'
import styles from './VersionChanges.module.css'

type VersionChangesProps = {
  /** Language of the letter, which need not be the page's. */
  language: string
  locale: string
  paragraphs: Piece[][]
  words: Messages['versions']
}

/** Two texts of the letter as one, with additions and deletions marked for eyes and screen readers. */
export function VersionChanges({ language, locale, paragraphs, words }: VersionChangesProps) {
  const labels = { locale, words }
  return (
    <>
      <p className={styles.legend}>{words.legend}</p>
      <div className={styles.text} lang={language}>
        {createElement(Fragment, null, ...paragraphs.map(pieces => showParagraph(pieces, labels)))}
      </div>
    </>
  )
}

type Labels = { locale: string; words: Messages['versions'] }

function showParagraph(pieces: Piece[], labels: Labels) {
  return createElement('p', null, ...pieces.map(piece => showPiece(piece, labels)))
}

function showPiece({ kind, text }: Piece, { locale, words }: Labels) {
  if (kind === 'same') return text
  const Change = kind === 'added' ? 'ins' : 'del'
  return (
    <Change className={styles[kind]}>
      <span className={shared.visuallyHidden} lang={locale}>{` ${words[kind]} `}</span>
      {text}
      <span className={shared.visuallyHidden} lang={locale}>{` ${words.endOfChange} `}</span>
    </Change>
  )
}
