import { FAULTS, type Fault } from './faults.ts'

/** Something that is wrong in content/. */
export type ContentMistake = Fault & {
  /** File or folder, such as content/letter/fr.md. */
  file: string
  /** Line of the file, from 1. */
  line?: number
  /** Where in the file: names of fields, and entries of lists from 0. The whole file where it is empty. */
  place?: (string | number)[]
}

/** What is wrong in content/: its message has an English sentence for each mistake, naming the file, the place and why. */
export class ContentError extends Error {
  readonly mistakes: ContentMistake[]

  constructor(mistakes: ContentMistake[]) {
    super(mistakes.map(sentenceOf).join('\n'))
    this.name = 'ContentError'
    this.mistakes = mistakes
  }
}

/** A mistake as the log and the commands say it. */
export function sentenceOf({ file, line, place, code, values }: ContentMistake): string {
  const template: string = FAULTS[code]
  const said = { ...values, file } as Record<string, string | number>
  const sentence = template.replace(/\{(\w+)\}/g, (blank, name) => String(said[name] ?? blank))
  if (template.includes('{file}')) return sentence
  const where = line === undefined ? file : `${file}, line ${line}`
  return `${where}: ${place ? `${formatPlace(place)} ` : ''}${sentence}.`
}

function formatPlace(place: (string | number)[]) {
  const steps = place.map(step => (typeof step === 'number' ? `entry ${step + 1}` : step))
  return steps.join(', ') || 'the whole file'
}
