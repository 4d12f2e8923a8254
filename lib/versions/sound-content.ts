import { processSingleton } from '#lib/process/process-singleton.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { checkContent } from './check-content.ts'

const last = processSingleton('sound content', () => ({ isSound: false, until: 0 }))

/** Whether content/ can be read and says no contradiction, looked at once a minute: some hundredths of a second. */
export function isContentSound(now = Date.now()): boolean {
  if (now < last.until) return last.isSound
  last.until = now + MINUTE_MS
  try {
    checkContent()
    last.isSound = true
  } catch {
    last.isSound = false
  }
  return last.isSound
}
