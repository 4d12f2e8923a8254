import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import type { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import type { Capability } from '#lib/access/roles.ts'
import { safeReturnPath } from '#lib/organisers/sign-in/safe-return-path.ts'
import { PAGE_PATH_HEADER } from '#lib/security/page-path.ts'
import { organiserWhoMay } from './access.ts'
import { fieldsOf } from './form-values.ts'
import { showPage } from './show-page.ts'

/** What an action asks for: `fresh` wants the second factor shown lately, whatever the capability. */
type Access = Capability | { capability: Capability; fresh: true }

type FormContext = {
  organiser: Organiser
  locale: string
  /** The whole form, for use cases that read its fields by themselves. */
  form: FormData
}

/**
 * A Server Action of the console behind a form: access, then the fields by the schema, then one use case.
 * @param run returns the page that is shown next, below `/organisers`, with the outcome as `?notice=`.
 */
export function consoleAction<Schema extends z.ZodType>(
  access: Access,
  schema: Schema,
  run: (input: z.output<Schema>, context: FormContext) => Promise<string>,
) {
  return async (locale: string, form: FormData): Promise<void> => {
    const organiser = await admit(access, locale)
    const input = await parse(schema, fieldsOf(form), locale)
    showPage(pathOf(locale, await run(input, { organiser, locale, form })))
  }
}

/**
 * The same behind a form that shows its own mistakes (`useActionState`).
 * @param run returns the page that is shown next, or what the form shows.
 */
export function consoleFormAction<Schema extends z.ZodType, State extends object | null>(
  access: Access,
  schema: Schema,
  run: (input: z.output<Schema>, context: FormContext) => Promise<State | string>,
) {
  return async (locale: string, _previous: unknown, form: FormData): Promise<State> => {
    const organiser = await admit(access, locale)
    const input = await parse(schema, fieldsOf(form), locale)
    const result = await run(input, { organiser, locale, form })
    if (typeof result === 'string') return showPage(pathOf(locale, result))
    // What was just added stands in the list beside the form.
    if (result && 'done' in result) refresh()
    return result
  }
}

/**
 * The same behind a script of ours, which sends data or nothing.
 * @param run returns the page that is shown next, or what the script gets.
 */
export function consoleCall<Schema extends z.ZodType, Answer extends object>(
  access: Access,
  schema: Schema,
  run: (input: z.output<Schema>, organiser: Organiser) => Promise<Answer | string>,
) {
  return async (locale: string, data?: unknown): Promise<Answer> => {
    const organiser = await admit(access, locale)
    const result = await run(await parse(schema, data, locale), organiser)
    return typeof result === 'string' ? showPage(pathOf(locale, result)) : result
  }
}

function admit(access: Access, locale: string) {
  if (typeof access === 'string') return organiserWhoMay(access, locale)
  return organiserWhoMay(access.capability, locale, { fresh: access.fresh })
}

/** What no form of ours sends leads back to the page where the form stands. */
async function parse<Schema extends z.ZodType>(schema: Schema, sent: unknown, locale: string) {
  const { data, success } = schema.safeParse(sent)
  if (success) return data
  const [page] = ((await headers()).get(PAGE_PATH_HEADER) ?? '').split('?')
  return showPage(safeReturnPath(page, locale))
}

function pathOf(locale: string, page: string) {
  return `/${locale}/organisers${page && `/${page}`}`
}
