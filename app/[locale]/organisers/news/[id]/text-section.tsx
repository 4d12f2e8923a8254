import { getMessages, getTranslations } from 'next-intl/server'
import { NewsForm } from '#components/organisers/news/NewsForm.tsx'
import { writingWords } from '#components/organisers/writing/writing-words.ts'
import { languages } from '#lib/content/languages.ts'
import { mistakesIn } from '#lib/news/mistakes.ts'
import type { WrittenNews } from '#lib/news/read-drafts.ts'
import { countriesIn } from '#lib/text/countries.ts'
import { readMessages } from '#lib/text/messages.ts'
import { writeNewsAction } from '../actions.ts'

type TextSectionProps = { locale: string; item: WrittenNews }

/** The form of a piece of news. */
export async function TextSection({ locale, item }: TextSectionProps) {
  const { organisers, form } = await getMessages({ locale })
  const words = organisers.news.form
  const { kind, day, source, country, texts } = item.revision
  const errors = await describeErrors(locale, item)
  const countries = countriesIn(locale)
  const facts = {
    kind: {
      label: words.kind,
      value: kind === 'answer' ? kind : '',
      shown: words.kinds[kind],
    },
    day: { label: words.day, value: day },
    source: { label: words.source, value: source },
    country: {
      label: form.country.label,
      value: country,
      shown: countries.find(({ code }) => code === country)?.name ?? words.noCountry,
    },
  }
  const written = Object.entries(texts).flatMap(([lang, text]) =>
    (['title', 'body', 'who', 'quote'] as const).map(
      name =>
        [
          `${name}-${lang}`,
          { lang, label: `${words[name]} · ${nameOf(lang)}`, value: text[name] },
        ] as const,
    ),
  )
  const fields = Object.entries({ ...facts, ...Object.fromEntries(written) }).map(
    ([name, field]) => [name, { ...field, error: errors[name] }] as const,
  )
  return (
    <NewsForm
      id={item.id}
      read={item.changedAt}
      fields={Object.fromEntries(fields)}
      languages={languages().map(language => ({ language, name: nameOf(language) }))}
      countries={countries}
      action={writeNewsAction.bind(null, locale)}
      href={`/${locale}/organisers/news/${item.id}`}
      words={{
        ...words,
        ...organisers.editConflict,
        country: form.country.label,
        typedBack: organisers.frame.typedBack,
      }}
      writing={writingWords(organisers)}
    />
  )
}

/** Nothing is wrong with what nobody has written yet. */
async function describeErrors(
  locale: string,
  { isTouched, revision }: WrittenNews,
): Promise<Record<string, string>> {
  if (!isTouched) return {}
  const t = await getTranslations({ locale, namespace: 'organisers.news.mistakes' })
  const mistakes = [...mistakesIn(revision)]
  return Object.fromEntries(
    mistakes.map(([field, { code, lines }]) => [field, t(code, { lines: lines.join(', ') })]),
  )
}

function nameOf(language: string) {
  return readMessages(language).site.languageName
}
