import { createElement, Fragment } from 'react'
import type { Piece } from '#lib/letter/versions/what-changed.ts'
import type { Words } from '#lib/words.ts'
import styles from './VersionChanges.module.css'

type VersionChangesProps = {
  /** Language of the letter, which need not be the page's. */
  language: string
  paragraphs: Piece[][]
  words: Words['versions']
}

/** Two texts of the letter as one, with what was added and removed: seen, and heard. */
export function VersionChanges({ language, paragraphs, words }: VersionChangesProps) {
  return (
    <>
      <p className={styles.legend}>{words.legend}</p>
      <div className={styles.text} lang={language}>
        {createElement(Fragment, null, ...paragraphs.map(pieces => showParagraph(pieces, words)))}
      </div>
    </>
  )
}

function showParagraph(pieces: Piece[], words: Words['versions']) {
  return createElement('p', null, ...pieces.map(piece => showPiece(piece, words)))
}

function showPiece({ kind, text }: Piece, words: Words['versions']) {
  if (kind === 'same') return text
  const Change = kind === 'added' ? 'ins' : 'del'
  return (
    <Change className={styles[kind]}>
      <span className={styles.heard}> {words[kind]} </span>
      {text}
      <span className={styles.heard}> {words.endOfChange} </span>
    </Change>
  )
}
