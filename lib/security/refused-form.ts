/** Of an answer to a form: the path of the page that shows the form again. The server keeps it to itself. */
export const FORM_PAGE_HEADER = 'x-form-page'

/** Of the server's own request for that page: the refused form, as `packRefusedForm` writes it. */
export const REFUSED_FORM_HEADER = 'x-refused-form'

/** What is wrong with a form: with one of its fields, or with the whole. */
export type FormProblem = { field?: string; message: string }

/** What a page needs to show a form again, and a script to show its problems. */
export type RefusedForm = {
  /** Which form of its page it is. */
  form: string
  /** What was typed, by field. */
  values: Record<string, string>
  /** In the order in which they are told, in the reader's language. */
  problems: FormProblem[]
}

/** A refused form as the value of a header, which holds ASCII alone (RFC 9110, section 5.5). */
export function packRefusedForm(json: string) {
  return Buffer.from(json).toString('base64url')
}

/** The refused form of that name which a header's value holds, if any. */
export function unpackRefusedForm(header: string | null, form: string): RefusedForm | undefined {
  if (!header) return undefined
  const refused: RefusedForm = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
  return refused.form === form ? refused : undefined
}

/** Whether a form was sent by our script, which shows the problems in place, and not by the browser. */
export function isSentByScript(accept: string | null | undefined) {
  return accept === 'application/json'
}
