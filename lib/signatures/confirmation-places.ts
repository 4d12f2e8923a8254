import { type Messages, readMessages } from '#lib/text/messages.ts'
import { fillPlaces, type PageWithPlaces, place, ROWS_OF_PLACES } from '#lib/text/places.ts'
import { describeForm, type FormDescription } from './describe-form.ts'
import type { WaitingForm } from './waiting-forms.ts'

/** A page of a confirmation link that waits with one form, and what it says of it. */
export type OneForm = { token: string; rejectToken: string; form: WaitingForm }

/** What stands in the page for a form. */
export const FORM_OF_PLACES: FormDescription = {
  id: place('form'),
  name: place('name'),
  rows: ROWS_OF_PLACES,
  isPublic: true,
  wantsUpdates: true,
  isOfThisBrowser: false,
  isNewest: true,
}

/** What stands in it for the tokens of its links. */
export const TOKENS_OF_PLACES = { token: place('token'), rejectToken: place('reject') }

/** Its words, with places for the sentences that depend on the form. */
export function wordsOfPlaces(words: Messages['confirm']): Messages['confirm'] {
  return { ...words, publicYes: place('public'), updatesYes: place('updates') }
}

/** The page for one form, as a page with places is filled in. */
export function fillConfirmation(page: PageWithPlaces, waiting: OneForm, locale: string) {
  const { confirm: words } = readMessages(locale)
  const form = describeForm(waiting.form, locale)
  const texts = {
    token: waiting.token,
    reject: waiting.rejectToken,
    form: form.id,
    name: form.name,
    public: form.isPublic ? words.publicYes : words.publicNo,
    updates: form.wantsUpdates ? words.updatesYes : words.updatesNo,
  }
  return fillPlaces(page, texts, form.rows)
}
