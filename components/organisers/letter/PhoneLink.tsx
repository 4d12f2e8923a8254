'use client'

import type { MouseEvent } from 'react'

/** A phone of middling size, in CSS pixels. */
const PHONE = 'width=390,height=844'

type PhoneLinkProps = {
  href: string
  /** What is read out: of several such links each says of which language it is. */
  label: string
  children: string
}

/** A link to a page in a window as wide as a phone; without a script, in a window of its own. */
export function PhoneLink({ href, label, children }: PhoneLinkProps) {
  const open = (event: MouseEvent) => {
    if (window.open(href, '_blank', PHONE)) event.preventDefault()
  }
  return (
    <a href={href} target="_blank" rel="noopener" aria-label={label} onClick={open}>
      {children}
    </a>
  )
}
