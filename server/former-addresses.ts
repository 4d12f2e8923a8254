// Former addresses: a form that was opened before an update still arrives; nine addresses, 0.4 µs a request.
import type { IncomingMessage } from 'node:http'
import { languages } from '#lib/content/languages.ts'

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i

/**
 * Where forms went that a page of an earlier version of this site still has in some browser: to the page
 * itself. Where a page had several of them, they cannot be told apart any more.
 */
const FORMER_ADDRESSES: Record<string, string> = {
  '': '/sign/send',
  '/embed/form': '/embed/form/send',
  '/confirm': '/confirm/send',
  '/sign/check-your-mail': '/confirm/code',
  '/extend': '/extend/send',
  '/not-me': '/not-me/send',
  '/unsubscribe': '/unsubscribe/send',
  '/my-signature/open': '/my-signature/open/send',
  '/signatories/report': '/signatories/report/send',
}

/** Leads a form that was opened before an update to the address that takes it now. */
export function leadFormerForms(request: IncomingMessage) {
  const { method, url = '/', headers } = request
  if (method !== 'POST' || !FORM.test(headers['content-type'] ?? '')) return
  // A program of that version sent it, which understands no other answer than Next's own.
  if (headers['next-action']) return
  const [, locale = '', page = ''] = /^\/([a-zA-Z-]+)([^?]*)/.exec(url) ?? []
  const address = languages().includes(locale) && FORMER_ADDRESSES[page]
  if (address) request.url = `/${locale}${address}`
}
