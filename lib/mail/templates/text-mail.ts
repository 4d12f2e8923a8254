import type { WholeMail } from './mail-template.ts'
import { textsOf } from './parts/part.ts'
import { wrapped } from './wrap.ts'

/** The same mail as plain text: lines of 72 columns, and each address on a line of its own. */
export function textMail({ about, letterTitle, greeting, body, footer }: WholeMail) {
  const head = [`${wrapped(about)}\n${wrapped(letterTitle)}`, wrapped(greeting)]
  const whole = [...head, ...textsOf(body)].join('\n\n')
  return `${whole}\n\n-- \n${textsOf(footer).join('\n\n')}\n`
}
