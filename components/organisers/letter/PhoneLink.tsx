'use client'

import type { MouseEvent } from 'react'

/** A phone of middling size, in CSS pixels. */
const PHONE = 'width=390,height=844'

/** A link to a page in a window as wide as a phone; without a script, in a window of its own. */
export function PhoneLink({ href, children }: { href: string; children: string }) {
  const open = (event: MouseEvent) => {
    if (window.open(href, '_blank', PHONE)) event.preventDefault()
  }
  return (
    <a href={href} target="_blank" rel="noopener" onClick={open}>
      {children}
    </a>
  )
}
