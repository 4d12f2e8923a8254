import type { env as environment } from '#lib/env/env.ts'
import { findSettingConflicts } from '../setting-conflicts.ts'
import { type Finding, fine, wrong } from './finding.ts'

/** What does not work together, as at a start. */
export function checkSettings(settings: typeof environment): Finding[] {
  const { refused, warned } = findSettingConflicts(settings, process.env)
  const found = [...refused, ...warned].map(sentence => wrong(sentence))
  return found.length > 0 ? found : [fine('Every variable makes sense, alone and with the others.')]
}
