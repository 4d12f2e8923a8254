import { getTranslations } from 'next-intl/server'
import type { PartMistake } from '#lib/editing/parts/part.ts'

/** What the checks of the start say of a field, and which sentence of ours says it to organisers. */
const REASONS = [
  [/^(is missing|is empty)$/, 'required'],
  [/^must stay on one line$/, 'oneLine'],
  [/^must be an e-mail address$/, 'mail'],
  [/^must be an e-mail address, or/, 'mailOrPage'],
  [/^must be a time zone/, 'timeZone'],
  [/^must be a colour/, 'colour'],
  [
    /^has a contrast of (?<found>\S+) to 1 .* need (?<needed>\S+) .*: (?<nearest>#\w+) has it$/,
    'contrast',
  ],
  [/^must hold none of these signs: (?<signs>.*)$/, 'signs'],
  [/^must be a day/, 'day'],
  [/^must be a code of/, 'category'],
  [/^needs a file/, 'file'],
  [/^is not offered$/, 'notOffered'],
  [/^is named twice$/, 'twice'],
  [/^is chosen by signatories$/, 'chosen'],
  [/^line (?<line>\d+) is no watched name$/, 'watched'],
  [/^is said in another language/, 'everyLanguage'],
] as const

/** What is wrong, in words: at each field, and of the whole. */
export async function mistakeWords(locale: string, mistakes: PartMistake[]) {
  const t = await getTranslations({ locale, namespace: 'organisers.settings' })
  const said = (reason: string) => {
    for (const [pattern, code] of REASONS) {
      const found = pattern.exec(reason)
      if (found) return t(`reasons.${code}`, numbersIn({ ...found.groups }))
    }
    return reason
  }
  const fields: Record<string, string> = {}
  for (const { field, reason } of mistakes) if (field) fields[field] ??= said(reason)
  const sentences = mistakes.filter(({ field }) => !field).map(({ reason }) => reason)
  const files = sentences.length > 0 ? [{ path: 'content/', sentences }] : []
  return { sentence: t('mistaken'), mistakes: { fields, files } }
}

/** Numbers as numbers, so that each language writes them its way. */
function numbersIn(places: Record<string, string>) {
  const read = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text)
  return Object.fromEntries(Object.entries(places).map(([name, text]) => [name, read(text)]))
}
