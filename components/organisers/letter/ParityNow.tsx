'use client'

import { useEffect, useRef, useState } from 'react'
import styles from './LetterForm.module.css'

/** The kinds that a paragraph of Markdown may be, by how it begins. */
const KINDS = [/^#{2,3} /, /^[-*+] /, /^\d+[.)] /, /^> ?/]

type ParityNowProps = {
  /** Names of the fields of a row, one for each language. */
  rows: string[][]
  /** Where each field is, in words. */
  labels: Record<string, string>
  words: { heading: string; even: string; missing: string; uneven: string }
}

/** While one types: which paragraphs another language lacks, or has as something else. */
export function ParityNow({ rows, labels, words }: ParityNowProps) {
  const placeRef = useRef<HTMLDivElement>(null)
  const [uneven, setUneven] = useState<string[] | null>(null)
  useEffect(() => {
    const form = placeRef.current?.closest('form')
    if (!form) return
    const look = () => setUneven(rows.flatMap(row => unevenIn(form, row, labels, words)))
    look()
    form.addEventListener('input', look)
    return () => form.removeEventListener('input', look)
  }, [rows, labels, words])
  return (
    <div ref={placeRef} aria-live="polite" className={styles.parity}>
      {uneven && (
        <>
          <strong>{words.heading}</strong>
          {uneven.length === 0 ? ` ${words.even}` : null}
          <ul>
            {uneven.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function unevenIn(
  form: HTMLFormElement,
  row: string[],
  labels: Record<string, string>,
  words: ParityNowProps['words'],
) {
  const typed = row.map(name => ({ name, text: textIn(form, name) }))
  if (typed.every(({ text }) => text === '')) return []
  const missing = typed.filter(({ text }) => text === '')
  if (missing.length > 0) return missing.map(({ name }) => `${labels[name]} – ${words.missing}`)
  const kinds = new Set(typed.map(({ text }) => KINDS.findIndex(kind => kind.test(text))))
  return kinds.size > 1 ? [`${labels[row[0] ?? '']} – ${words.uneven}`] : []
}

function textIn(form: HTMLFormElement, name: string) {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLTextAreaElement ? field.value.trim() : ''
}
