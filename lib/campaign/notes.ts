import { languages } from '#lib/content/languages.ts'
import { findTextFault, isBlank, type TextFault, tidyText } from '#lib/text/text-rules.ts'

/** Longest sentence that owners write for readers, in graphemes. */
export const LONGEST_NOTE = 280

/** Sentences by language, or what is wrong with them. */
export type ReadNotes =
  | { notes: Record<string, string>; faults?: undefined }
  | { notes?: undefined; faults: Record<string, TextFault> }

/**
 * Reads sentences as they were typed: plain text, without addresses. A language without one is left out.
 * @param needsAll whether each language must have one.
 */
export function readNotes(typed: Record<string, string>, needsAll = false): ReadNotes {
  const tidy = languages().map(language => [language, tidyText(typed[language] ?? '')] as const)
  const faults = tidy.flatMap(([language, note]) => {
    const fault = faultOf(note, needsAll)
    return fault ? [[language, fault] as const] : []
  })
  if (faults.length > 0) return { faults: Object.fromEntries(faults) }
  return { notes: Object.fromEntries(tidy.filter(([, note]) => !isBlank(note))) }
}

function faultOf(note: string, isNeeded: boolean): TextFault | null {
  if (isBlank(note)) return isNeeded ? 'required' : null
  return findTextFault(note, { graphemes: LONGEST_NOTE })
}
