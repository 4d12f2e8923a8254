// Own icons: a letter of another look has its own also where a browser or a phone asks by a fixed name; four names are looked up, nothing else.
import type { IncomingMessage } from 'node:http'
import { lookSheetHref } from '#lib/content/look-sheet.ts'

/** Icons of the first letter, by the names that are asked for without a page that names them, and what stands for them. */
const OWN_ICONS: Record<string, string> = {
  '/icon.svg': '/look/icon.svg',
  '/favicon.ico': '/look/icon.png',
  '/apple-touch-icon.png': '/look/icon.png',
  '/apple-touch-icon-precomposed.png': '/look/icon.png',
}

/** Leads whoever asks for an icon of the first letter to that of this one, if it looks different. */
export function leadIcons(request: Pick<IncomingMessage, 'url'>) {
  const own = OWN_ICONS[request.url ?? '']
  if (own && lookSheetHref()) request.url = own
}
