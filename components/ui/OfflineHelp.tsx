'use client'

import { useEffect } from 'react'

type OfflineHelpProps = {
  /** Path of the page to show without a network. */
  page: string
}

/** Keeps one page at hand for a reader who loses the network. Nothing else is kept in the browser. */
export function OfflineHelp({ page }: OfflineHelpProps) {
  useEffect(() => {
    navigator.serviceWorker
      ?.register(`/sw.js?page=${encodeURIComponent(page)}`)
      .catch(() => undefined)
  }, [page])
  return null
}
