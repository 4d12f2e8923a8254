'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from '#components/ui/Button.tsx'
import styles from './PasskeyButton.module.css'
import { makePasskey, showPasskey } from './passkey-ceremony.ts'

type PasskeyButtonProps = {
  ceremony: 'make' | 'show'
  /** What the browser is to be asked; null where the site refuses to ask. */
  begin: () => Promise<object | null>
  /** Takes the browser's answer; it leads on by itself when it fits. */
  finish: (answer: unknown) => Promise<{ isRefused: true }>
  words: { label: string; hint?: string; or?: string; working: string; failed: string }
}

/** A passkey, where the browser knows of them; nothing elsewhere, and nothing without JavaScript. */
export function PasskeyButton({ ceremony, begin, finish, words }: PasskeyButtonProps) {
  const isKnown = useSyncExternalStore(neverChanges, knowsPasskeys, () => false)
  const [status, setStatus] = useState<'ready' | 'working' | 'failed'>('ready')
  if (!isKnown) return null
  const press = async () => {
    setStatus('working')
    const answer = await ask(ceremony, begin)
    const result = answer ? await finish(answer) : { isRefused: true }
    if (result?.isRefused) setStatus('failed')
  }
  return (
    <div className={styles.passkey}>
      {words.or && <p className={styles.or}>{words.or}</p>}
      <Button type="button" look="quiet" onClick={press} aria-disabled={status === 'working'}>
        {words.label}
      </Button>
      {words.hint && <p className={styles.hint}>{words.hint}</p>}
      <p role="status" className={styles.hint}>
        {status === 'working' && words.working}
        {status === 'failed' && words.failed}
      </p>
    </div>
  )
}

// Refused by its person, or by the device: the reason is hers.
async function ask(ceremony: 'make' | 'show', begin: PasskeyButtonProps['begin']) {
  try {
    const options = await begin()
    if (!options) return null
    return await (ceremony === 'make' ? makePasskey(options) : showPasskey(options))
  } catch {
    return null
  }
}

function knowsPasskeys() {
  return 'PublicKeyCredential' in window
}

function neverChanges() {
  return () => undefined
}
