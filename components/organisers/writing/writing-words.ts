import type { Messages } from '#lib/text/messages.ts'

type Organisers = Messages['organisers']

/** What fields of Markdown and their buttons say. */
export type WritingWords = Organisers['writing'] & { marks: Organisers['letter']['form']['marks'] }

/** The words of the rooms that write Markdown: the buttons have the letter's. */
export function writingWords({ writing, letter }: Organisers): WritingWords {
  return { ...writing, marks: letter.form.marks }
}
