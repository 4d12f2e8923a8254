/** A text as the HTML standard escapes it (13.3), and quotes besides: written apart from lib/text/html.ts, to hold that against it. */
export function inHtml(text: string) {
  return text
    .replaceAll('&', () => '&amp;')
    .replaceAll('<', () => '&lt;')
    .replaceAll('>', () => '&gt;')
    .replaceAll('"', () => '&quot;')
    .replaceAll("'", () => '&#39;')
}
