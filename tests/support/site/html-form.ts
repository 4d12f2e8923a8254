/**
 * The first form of a page, or of a part of it, as a browser without JavaScript would send it: where to,
 * and what.
 */
export async function formOf(page: string, typed: Record<string, string | string[]>) {
  const form = new URLSearchParams(hiddenFields(page))
  for (const [name, values] of Object.entries(typed)) {
    form.delete(name)
    for (const value of [values].flat()) form.append(name, value)
  }
  const encoded = new Response(form)
  return {
    action: actionOf(page),
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  }
}

function actionOf(page: string) {
  const forms = page.match(/<form\b[^>]*>/g) ?? []
  const posted = forms.find(form => attributeOf(form, 'method') === 'post')
  if (!posted) throw new Error('No form of this page is posted.')
  return attributeOf(posted, 'action')
}

function hiddenFields(page: string) {
  return [...page.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, attributes = '']) => [
    attributeOf(attributes, 'name'),
    attributeOf(attributes, 'value'),
  ])
}

function attributeOf(attributes: string, name: string) {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
