import { getMessages, getTranslations } from 'next-intl/server'
import { BroadcastForm } from '#components/organisers/broadcasts/BroadcastForm.tsx'
import { writingWords } from '#components/organisers/writing/writing-words.ts'
import {
  isComplete,
  languagesOf,
  mistakeInBody,
  mistakeInSubject,
} from '#lib/broadcasts/broadcast-texts.ts'
import type { ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { subjectOf } from '#lib/broadcasts/revision.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import type { TextMistake } from '#lib/content/typed-text.ts'
import { KINDS } from '#lib/signatures/statuses.ts'
import { countriesIn, countryName } from '#lib/text/countries.ts'
import { type Messages, readMessages } from '#lib/text/messages.ts'
import { writeBroadcastAction } from '../actions.ts'

type TextSectionProps = { locale: string; broadcast: ShownBroadcast }

/** The form of a draft. */
export async function TextSection({ locale, broadcast }: TextSectionProps) {
  const { organisers, form } = await getMessages({ locale })
  const words = organisers.broadcasts.form
  const { id, country, kind } = broadcast
  return (
    <BroadcastForm
      id={id}
      isForEveryone={broadcast.privacyVersion !== null}
      read={subjectOf(broadcast).subject}
      fields={{
        ...(await textsIn(locale, broadcast)),
        country: {
          label: form.country.label,
          value: country ?? '',
          shown: country ? countryName(country, locale) : words.everywhere,
        },
        kind: {
          label: words.kind,
          value: kind ?? '',
          shown: kind ? words.kinds[kind] : words.everybody,
        },
        ...audienceFields(locale, broadcast, organisers),
      }}
      languages={languages().map(language => ({ language, name: nameOf(language) }))}
      countries={countriesIn(locale)}
      kinds={KINDS.map(code => ({ code, name: words.kinds[code] }))}
      categories={readCampaign(locale).categories}
      isReady={isComplete(broadcast)}
      action={writeBroadcastAction.bind(null, locale)}
      href={`/${locale}/organisers/broadcasts/${id}`}
      words={{
        ...words,
        ...organisers.editConflict,
        ...(broadcast.privacyVersion && { markdown: organisers.broadcasts.privacy.markdown }),
        country: form.country.label,
        category: organisers.signatures.filters.category,
        language: organisers.signatures.filters.language,
        typedBack: organisers.frame.typedBack,
      }}
      writing={writingWords(organisers)}
    />
  )
}

/** Who else is left out. */
function audienceFields(
  locale: string,
  { category, language, confirmedSince, onlyUnwritten }: ShownBroadcast,
  { broadcasts: { form: words }, signatures }: Messages['organisers'],
) {
  const { categories } = readCampaign(locale)
  return {
    category: {
      label: signatures.filters.category,
      value: category ?? '',
      shown: categories.find(({ code }) => code === category)?.name ?? words.anyCategory,
    },
    language: {
      label: signatures.filters.language,
      value: language ?? '',
      shown: language ? nameOf(language) : words.anyLanguage,
    },
    confirmedSince: {
      label: words.confirmedSince,
      value: confirmedSince ?? '',
      shown: confirmedSince ?? words.always,
    },
    onlyUnwritten: {
      label: words.unwritten,
      value: onlyUnwritten ? 'on' : '',
      shown: onlyUnwritten ? words.unwrittenOnly : words.unwrittenToo,
    },
  }
}

async function textsIn(locale: string, broadcast: ShownBroadcast) {
  const { texts, changedAt, createdAt } = broadcast
  const t = await getTranslations({ locale, namespace: 'organisers.broadcasts' })
  // Nothing is wrong with what nobody has written yet.
  const isWritten = changedAt > createdAt
  const say = (lang: string, mistake: TextMistake | null) =>
    isWritten && mistake && languagesOf(broadcast).includes(lang)
      ? t(`mistakes.${mistake.code}`, { lines: mistake.lines.join(', ') })
      : ''
  const fields = Object.entries(texts).flatMap(([lang, { subject, body }]) => {
    const label = (name: string) => `${name} · ${nameOf(lang)}`
    return [
      [
        `subject-${lang}`,
        {
          lang,
          label: label(t('form.subject')),
          value: subject,
          error: say(lang, mistakeInSubject(subject)),
        },
      ] as const,
      [
        `body-${lang}`,
        { lang, label: label(t('form.body')), value: body, error: say(lang, mistakeInBody(body)) },
      ] as const,
    ]
  })
  return Object.fromEntries(fields)
}

function nameOf(language: string) {
  return readMessages(language).site.languageName
}
