import { languages } from '#lib/content/languages.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { readFormBody } from '#lib/security/read-form-body.ts'
import { sayRefusal } from '#lib/security/refusal-page.ts'
import { FORM_PAGE_HEADER, isSentByScript, type RefusedForm } from '#lib/security/refused-form.ts'

/** A form as it came. */
export type SentForm = {
  locale: string
  form: FormData
  /** Network address of whoever sent it. */
  client: string
  /** The Cookie header. */
  cookies: string
}

/** Next page, or the form once more: on which page, and why. */
export type FormAnswer =
  | {
      /** Path and query. */
      goOn: string
      /** Set-Cookie headers. */
      cookies?: string[]
    }
  | {
      refused: RefusedForm
      /** Path below the language of the page that shows the form again. */
      page: string
      /** 422 where what was typed is wrong. */
      status?: 409 | 422 | 429 | 503
      retryAfterSeconds?: number
    }

type Context = { params: Promise<{ locale: string }> }

/**
 * The address that a form of the public pages is sent to (docs/decisions/0027-forms-without-hydration.md):
 * answered by a redirect to a page, or by the form again, which the server makes a page of
 * (server/refused-forms.ts). Who asks for the address itself is led to the page with the form.
 * @param page of the form, below the language
 */
export function formRoute(page: string, answer: (sent: SentForm) => Promise<FormAnswer>) {
  return {
    GET: async (_request: Request, { params }: Context) => goTo(`/${(await params).locale}${page}`),
    POST: async (request: Request, { params }: Context) => {
      const { locale } = await params
      if (!languages().includes(locale)) return new Response(null, { status: 404 })
      const form = await readFormBody(request)
      if (!(form instanceof FormData)) return refuse(request, form)
      const client = request.headers.get(CLIENT_ADDRESS_HEADER) ?? ''
      const cookies = request.headers.get('cookie') ?? ''
      const given = await answer({ locale, form, client, cookies })
      if (!('goOn' in given)) return askAgain(locale, given)
      const next = isSentByScript(request.headers.get('accept'))
        ? Response.json({ location: given.goOn })
        : goTo(given.goOn)
      for (const cookie of given.cookies ?? []) next.headers.append('Set-Cookie', cookie)
      return next
    },
  }
}

function goTo(location: string) {
  return new Response(null, { status: 303, headers: { Location: location } })
}

function askAgain(locale: string, given: Exclude<FormAnswer, { goOn: string }>) {
  const { refused, page, status = 422, retryAfterSeconds } = given
  const headers = {
    'Cache-Control': 'no-store',
    [FORM_PAGE_HEADER]: `/${locale}${page}`,
    ...(retryAfterSeconds && { 'Retry-After': String(retryAfterSeconds) }),
  }
  return Response.json(refused, { status, headers })
}

function refuse(request: Request, refusal: 'too-large' | 'unreadable') {
  const headers = Object.fromEntries(request.headers)
  const said = sayRefusal({ url: new URL(request.url).pathname, headers }, refusal)
  const type = said?.type ?? 'text/plain; charset=utf-8'
  return new Response(said?.text ?? `${refusal}\n`, {
    status: refusal === 'too-large' ? 413 : 400,
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store' },
  })
}
