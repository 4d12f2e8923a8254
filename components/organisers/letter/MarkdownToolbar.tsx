'use client'

import { useEffect, useRef, useState } from 'react'
import styles from '#components/organisers/common/Toolbar.module.css'
import { applyMark, type Mark } from './markdown-marks.ts'

const MARKS: { mark: Mark; sign: string; key?: string }[] = [
  { mark: 'bold', sign: 'B', key: 'b' },
  { mark: 'italic', sign: 'I', key: 'i' },
  { mark: 'link', sign: '↗', key: 'k' },
  { mark: 'heading', sign: 'H' },
  { mark: 'list', sign: '•' },
  { mark: 'quote', sign: '“' },
]

type MarkdownToolbarProps = { words: Record<Mark | 'toolbar' | 'where', string> }

/** Buttons that write the signs of Markdown into the paragraph of the form in which the cursor is, or was last. */
export function MarkdownToolbar({ words }: MarkdownToolbarProps) {
  const barRef = useRef<HTMLDivElement>(null)
  const textRef = useRef<HTMLTextAreaElement | null>(null)
  // Without a script there is nothing that a button could do.
  const [isAwake, setIsAwake] = useState(false)
  useEffect(() => setIsAwake(true), [])
  useEffect(() => {
    const form = barRef.current?.closest('form')
    if (!form) return
    const remember = ({ target }: Event) => {
      if (target instanceof HTMLTextAreaElement) textRef.current = target
    }
    const press = (event: KeyboardEvent) => {
      const { target, key, altKey, shiftKey } = event
      const hasModifier = (event.ctrlKey || event.metaKey) && !altKey && !shiftKey
      const found = hasModifier && MARKS.find(each => each.key === key.toLowerCase())
      if (!found || !(target instanceof HTMLTextAreaElement)) return
      event.preventDefault()
      markIn(target, found.mark)
    }
    form.addEventListener('focusin', remember)
    form.addEventListener('keydown', press)
    return () => {
      form.removeEventListener('focusin', remember)
      form.removeEventListener('keydown', press)
    }
  }, [])
  return (
    <div ref={barRef} className={styles.place}>
      {isAwake && (
        <fieldset className={styles.bar} aria-label={words.toolbar}>
          {MARKS.map(({ mark, sign, key }) => (
            <button
              key={mark}
              type="button"
              className={styles[mark] ?? styles.mark}
              title={words[mark]}
              aria-label={words[mark]}
              aria-keyshortcuts={key && `Control+${key.toUpperCase()}`}
              onClick={() => textRef.current && markIn(textRef.current, mark)}
            >
              <span aria-hidden="true">{sign}</span>
            </button>
          ))}
          <span className={styles.where}>{words.where}</span>
        </fieldset>
      )}
    </div>
  )
}

function markIn(text: HTMLTextAreaElement, mark: Mark) {
  const change = applyMark(text.value, text.selectionStart, text.selectionEnd, mark)
  text.focus()
  text.setSelectionRange(change.start, change.end)
  // The old command alone can be taken back with the keys of the browser; where there is none the text is set.
  const isDone = document.execCommand?.('insertText', false, change.text)
  if (!isDone) {
    text.setRangeText(change.text, change.start, change.end)
    text.dispatchEvent(new Event('input', { bubbles: true }))
  }
  text.setSelectionRange(change.selectionStart, change.selectionEnd)
}
