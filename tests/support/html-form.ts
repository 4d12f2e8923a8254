/** A form of a page as a browser without JavaScript would send it. */
export async function formOf(page: string, typed: Record<string, string | string[]>) {
  const form = new FormData()
  for (const [name, value] of hiddenFields(page)) form.append(name, value)
  for (const [name, values] of Object.entries(typed)) {
    form.delete(name)
    for (const value of [values].flat()) form.append(name, value)
  }
  const encoded = new Response(form)
  return {
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  }
}

function hiddenFields(page: string) {
  return [...page.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, attributes = '']) => [
    attributeOf(attributes, 'name'),
    attributeOf(attributes, 'value'),
  ]) as [string, string][]
}

function attributeOf(attributes: string, name: string) {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
