'use client'

import { useState, useSyncExternalStore } from 'react'
import type { Words } from '#lib/words.ts'
import { Button } from '../ui/Button.tsx'
import hidden from '../ui/heard.module.css'

type ShareButtonsProps = {
  url: string
  title: string
  message: string
  words: Pick<Words['share'], 'device' | 'copy' | 'copied'>
}

/** The device's own share sheet and the clipboard, each only where the browser has it. */
export function ShareButtons({ url, title, message, words }: ShareButtonsProps) {
  const [isCopied, setCopied] = useState(false)
  const canShare = useBrowserHas(() => 'share' in navigator)
  const canCopy = useBrowserHas(() => 'clipboard' in navigator)
  const share = () => navigator.share({ url, title, text: message }).catch(() => undefined)
  // A browser may refuse: the address stands above, to be copied by hand.
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      {canShare && (
        <Button type="button" onClick={share}>
          {words.device}
        </Button>
      )}
      {canCopy && (
        <Button type="button" look="quiet" onClick={copy}>
          {isCopied ? words.copied : words.copy}
        </Button>
      )}
      <span role="status" className={hidden.heard}>
        {isCopied && words.copied}
      </span>
    </>
  )
}

function useBrowserHas(test: () => boolean) {
  return useSyncExternalStore(neverChanges, test, () => false)
}

function neverChanges() {
  return () => undefined
}
