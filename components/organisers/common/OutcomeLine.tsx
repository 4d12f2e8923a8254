'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import styles from './OutcomeLine.module.css'
import { OUTCOME } from './outcome-fragment.ts'

/**
 * What came of the last act, beside what it was about. It takes the focus, so that whoever works by keyboard goes on
 * from there; without a script the fragment of the address does the same.
 */
export function OutcomeLine({ children }: { children: ReactNode }) {
  const lineRef = useRef<HTMLParagraphElement>(null)
  useEffect(() => lineRef.current?.focus({ preventScroll: true }), [])
  return (
    <p ref={lineRef} id={OUTCOME} role="status" tabIndex={-1} className={styles.line}>
      {children}
    </p>
  )
}
