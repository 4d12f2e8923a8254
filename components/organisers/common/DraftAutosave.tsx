'use client'

import { useEffect, useRef, useState } from 'react'
import styles from './DraftAutosave.module.css'

type DraftAutosaveProps = {
  /** Key under which the same text is stored. */
  name: string
  /** "What you had typed here is back." */
  words: string
}

/**
 * Autosave of a long form: keeps what is typed in this tab until it is saved, and restores it after an expired
 * session, a wrong key or another button of the page.
 */
export function DraftAutosave({ name, words }: DraftAutosaveProps) {
  const placeRef = useRef<HTMLDivElement>(null)
  const [isBack, setIsBack] = useState(false)
  useEffect(() => {
    const form = placeRef.current?.closest('form')
    if (!form) return
    const key = keyOf(name)
    setIsBack(putBack(form, key))
    const keep = () => write(key, typedIn(form))
    const forget = () => setIsBack(false)
    form.addEventListener('input', keep)
    form.addEventListener('submit', forget)
    return () => {
      form.removeEventListener('input', keep)
      form.removeEventListener('submit', forget)
    }
  }, [name])
  return (
    <div ref={placeRef} aria-live="polite" className={styles.note}>
      {isBack && words}
    </div>
  )
}

/** Discards the draft of a form. */
export function forgetTyped(name: string) {
  write(keyOf(name), {})
}

/** Discards all drafts of this tab: whoever sits here next shall not find them. */
export function forgetAllTyped() {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
    }
  } catch {}
}

const PREFIX = 'console-draft:'

/** Under the account that is signed in: another one in the same tab finds nothing of hers. */
function keyOf(name: string) {
  const account = document.querySelector<HTMLElement>('[data-account]')?.dataset.account ?? ''
  return `${PREFIX}${account}:${name}`
}

/** By field: what the page showed, and what was typed instead. */
type Typed = Record<string, { was: string; typed: string }>

/** Restores a draft unless the page shows something newer that was saved meanwhile. */
function putBack(form: HTMLFormElement, key: string) {
  const kept = read(key)
  const fields = textsOf(form).filter(field => kept[field.name]?.was === savedIn(field))
  for (const field of fields) field.value = kept[field.name]?.typed ?? field.value
  write(key, typedIn(form))
  return fields.length > 0
}

function typedIn(form: HTMLFormElement): Typed {
  const changed = textsOf(form).filter(field => field.value !== savedIn(field))
  return Object.fromEntries(
    changed.map(field => [field.name, { was: savedIn(field), typed: field.value }]),
  )
}

/** What is saved: a refused form shows what was typed, and says apart what is kept. */
function savedIn(field: TextField) {
  return field.dataset.kept ?? field.defaultValue
}

function textsOf(form: HTMLFormElement) {
  return [...form.querySelectorAll<TextField>(TEXTS)]
}

type TextField = HTMLInputElement | HTMLTextAreaElement

const TEXTS = 'input[type="text"], input[type="url"], input:not([type]), textarea'

// A browser may forbid its storage: then nothing is kept, and nothing else is lost.
function read(key: string): Typed {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}

function write(key: string, typed: Typed) {
  try {
    if (Object.keys(typed).length > 0) sessionStorage.setItem(key, JSON.stringify(typed))
    else sessionStorage.removeItem(key)
  } catch {}
}
