import type { Document } from 'yaml'
import type { ContentMistake } from './content-error.ts'
import type { Fault } from './faults.ts'

/**
 * What the parser of YAML finds wrong, with the line of the file.
 * @param firstLine line of the file, from 1, on which its YAML starts
 */
export function yamlMistakes(
  { errors }: Pick<Document, 'errors'>,
  file: string,
  firstLine = 1,
): ContentMistake[] {
  return errors.map(error => {
    const line = firstLine - 1 + (error.linePos?.[0].line ?? 1)
    return { file, line, ...faultOf(error.code, error.message) }
  })
}

// A colon inside a title is by far the commonest slip, and the parser's words for it are obscure.
function faultOf(code: string, message: string): Fault {
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return { code: 'colon' }
  return { code: 'yaml', values: { reason: message.split(/ at line \d/)[0] ?? '' } }
}
