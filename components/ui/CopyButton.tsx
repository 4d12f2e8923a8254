'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from './Button.tsx'
import shared from './visually-hidden.module.css'

/** What the button says before and after. */
export type CopyWords = { label: string; done: string }

type CopyButtonProps = {
  /** What is copied. */
  text: string
  words: CopyWords
}

/** Copies a text that nobody should have to type again; left out where the browser has no clipboard for the page. */
export function CopyButton({ text, words }: CopyButtonProps) {
  const canCopy = useSyncExternalStore(never, hasClipboard, () => false)
  const [isCopied, setIsCopied] = useState(false)
  if (!canCopy) return null
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <>
      <Button type="button" look="quiet" onClick={() => copy().catch(() => setIsCopied(false))}>
        {isCopied ? words.done : words.label}
      </Button>
      <span role="status" className={shared.visuallyHidden}>
        {isCopied && words.done}
      </span>
    </>
  )
}

/** A page's clipboard does not come or go. */
const never = () => () => undefined

/** Browsers have one on https and on this machine alone. */
function hasClipboard() {
  return navigator.clipboard !== undefined
}
