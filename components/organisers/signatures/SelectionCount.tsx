'use client'

import { useEffect, useState } from 'react'
import styles from './BulkForm.module.css'

type SelectionCountProps = {
  /** Id of the form that the boxes belong to. */
  form: string
  words: {
    /** "{count} ticked". */
    chosen: string
    chooseAll: string
    chooseNone: string
  }
}

/** How many rows are ticked, and a button that ticks all of the page, or none: without a script there is neither. */
export function SelectionCount({ form, words }: SelectionCountProps) {
  const [counts, setCounts] = useState<{ chosen: number; all: number } | null>(null)
  // After every rendering: the rows of the page may be others.
  useEffect(() => {
    const count = () => setCounts(before => same(before, countIn(form)))
    count()
    document.addEventListener('change', count)
    return () => document.removeEventListener('change', count)
  })
  if (!counts) return null
  const { chosen, all } = counts
  const isAll = chosen === all
  const toggle = () => {
    for (const box of boxesOf(form)) box.checked = !isAll
    setCounts({ chosen: isAll ? 0 : all, all })
  }
  return (
    <div className={styles.count} data-chosen={chosen > 0 ? '' : undefined}>
      <span role="status">{words.chosen.replace('{count}', String(chosen))}</span>
      <button type="button" onClick={toggle} className={styles.all}>
        {isAll ? words.chooseNone : words.chooseAll}
      </button>
    </div>
  )
}

function countIn(form: string) {
  const boxes = boxesOf(form)
  return { chosen: boxes.filter(box => box.checked).length, all: boxes.length }
}

function boxesOf(form: string) {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][form="${form}"]`)]
}

type Counts = { chosen: number; all: number }

/** The same object for the same numbers: nothing is drawn again. */
function same(before: Counts | null, now: Counts) {
  return before?.chosen === now.chosen && before.all === now.all ? before : now
}
