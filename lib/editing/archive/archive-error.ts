/** Why a ZIP is not taken in; `locales/` has a sentence for each. */
export const ARCHIVE_FAULTS = [
  'not-a-zip',
  'unsafe',
  'too-large',
  'not-text',
  'nothing',
  'busy',
] as const

export type ArchiveFault = (typeof ARCHIVE_FAULTS)[number]

/** What is wrong with a ZIP that somebody uploaded. */
export class ArchiveError extends Error {
  readonly fault: ArchiveFault

  constructor(fault: ArchiveFault) {
    super(fault)
    this.name = 'ArchiveError'
    this.fault = fault
  }
}
