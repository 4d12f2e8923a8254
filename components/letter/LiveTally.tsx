'use client'

import { useEffect, useState } from 'react'
import { Tally, type TallyCounts, type TallyWords } from './Tally.tsx'

const REFRESH_INTERVAL_MS = 30_000

type LiveTallyProps = { initial: TallyCounts; locale: string; words: TallyWords }

/** The tally of the page, which then refreshes by itself while somebody looks at it. */
export function LiveTally({ initial, locale, words }: LiveTallyProps) {
  const [tally, setTally] = useState(initial)
  useEffect(() => {
    const refresh = async () => {
      if (document.visibilityState !== 'visible') return
      const latest = await fetchTally()
      if (latest) setTally(latest)
    }
    const timer = setInterval(refresh, REFRESH_INTERVAL_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <div role="status">
      <Tally tally={tally} locale={locale} words={words} />
    </div>
  )
}

async function fetchTally(): Promise<TallyCounts | undefined> {
  const response = await fetch('/api/tally').catch(() => undefined)
  return response?.ok ? response.json() : undefined
}
