/** HTML that is safe to put into a page or mail as it is. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Html | Value[]

/** A template of HTML: every value is escaped, but those that are HTML already. */
export function html(parts: TemplateStringsArray, ...values: Value[]) {
  return new Html(parts.reduce((text, part, index) => text + show(values[index - 1] ?? '') + part))
}

function show(value: Value): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(show).join('')
  return escapeHtml(String(value))
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string) {
  return text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character)
}
