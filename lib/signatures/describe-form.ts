import { readCampaign } from '#lib/content/campaign.ts'
import { countryName } from '#lib/text/countries.ts'
import { readMessages } from '#lib/text/messages.ts'
import type { WaitingForm } from './waiting-forms.ts'

/** A form that waits to be confirmed, in words. */
export type FormDescription = {
  id: string
  name: string
  /** What else was typed: a label and a value each. */
  rows: { label: string; value: string }[]
  isPublic: boolean
  wantsUpdates: boolean
  /** Whether the browser that looks sent it. */
  isOfThisBrowser: boolean
  /** Whether none was sent later. */
  isNewest: boolean
}

/** All of a form as its owner reads it before she confirms; what was left empty is left out. */
export function describeForm(
  { id, details, isOfThisBrowser, isNewest }: WaitingForm,
  locale: string,
): FormDescription {
  const { confirm, form } = readMessages(locale)
  const { name, isPublic, wantsUpdates } = details
  const { categories } = readCampaign(locale)
  const category = categories.find(({ code }) => code === details.category)
  const rows: [label: string, value: string | null | undefined][] = [
    [form.kind.label, form.kind[details.kind]],
    [confirm.role, details.role],
    [confirm.organisation, details.organisation],
    [form.capacity.label, form.capacity[details.capacity]],
    [confirm.country, details.country && countryName(details.country, locale)],
    [confirm.category, category?.name ?? details.category],
    [confirm.website, details.website],
    [confirm.statement, details.statement],
  ]
  return {
    id,
    name,
    rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    isPublic,
    wantsUpdates,
    isOfThisBrowser,
    isNewest,
  }
}
