import { getMessages, getTranslations } from 'next-intl/server'
import { languages } from '#lib/letter/languages.ts'
import type { TextMistake } from '#lib/letter/typed-text.ts'
import { readSettings } from '#lib/organisers/settings.ts'
import { countRecipients } from '#lib/organisers/updates/count-recipients.ts'
import type { ShownUpdate } from '#lib/organisers/updates/read-updates.ts'
import { subjectOf } from '#lib/organisers/updates/start-update.ts'
import { mistakeInBody, mistakeInSubject } from '#lib/organisers/updates/update-texts.ts'
import { countriesIn } from '#lib/signatures/countries.ts'
import { readWords } from '#lib/words.ts'
import { SendUpdate } from '../../../../../components/organisers/updates/SendUpdate.tsx'
import { UpdateForm } from '../../../../../components/organisers/updates/UpdateForm.tsx'
import { formatterIn } from '../../formatter.ts'
import {
  askToStartAction,
  discardUpdateAction,
  startUpdateAction,
  testUpdateAction,
  writeUpdateAction,
} from '../actions.ts'
import { frequencyInWords } from '../frequency.ts'

type DraftSectionsProps = {
  locale: string
  update: ShownUpdate
  /** Where a test goes. */
  email: string
}

/** The draft's form, and what it takes to send it. */
export async function DraftSections({ locale, update, email }: DraftSectionsProps) {
  const [{ organisers, form }, t, settings] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.updates' }),
    readSettings(),
  ])
  const words = organisers.updates
  // Nothing is wrong with what nobody has written yet.
  const isWritten = update.changedAt > update.createdAt
  const say = (mistake: TextMistake | null) =>
    isWritten && mistake ? t(`mistakes.${mistake.code}`, { lines: mistake.lines.join(', ') }) : ''
  return (
    <>
      <UpdateForm
        id={update.id}
        texts={languages().map(language => {
          const { subject = '', body = '' } = update.texts[language] ?? {}
          return {
            language,
            name: readWords(language).site.languageName,
            subject: { value: subject, error: say(mistakeInSubject(subject)) },
            body: { value: body, error: say(mistakeInBody(body)) },
          }
        })}
        country={update.country ?? ''}
        kind={update.kind ?? ''}
        countries={countriesIn(locale)}
        kinds={(['individual', 'organisation'] as const).map(code => ({
          code,
          name: words.form.kinds[code],
        }))}
        action={writeUpdateAction.bind(null, locale)}
        words={{
          ...words.form,
          country: form.country.label,
          typedBack: organisers.frame.typedBack,
        }}
      />
      <SendUpdate
        id={update.id}
        subject={subjectOf(update).subject}
        facts={[
          ...(await recipientsInWords(locale, update, settings.updateMailsPerHour)),
          await frequencyInWords(locale),
        ]}
        needsApproval={settings.updatesNeedApproval}
        test={{ action: testUpdateAction.bind(null, locale), hint: t('send.testHint', { email }) }}
        start={startUpdateAction.bind(null, locale)}
        ask={askToStartAction.bind(null, locale)}
        discard={discardUpdateAction.bind(null, locale)}
        words={words.send}
      />
    </>
  )
}

/** How many get it, in which languages, and how long that takes. */
async function recipientsInWords(locale: string, update: ShownUpdate, mailsPerHour: number) {
  const [t, format, { total, byLanguage }] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers.updates' }),
    formatterIn(locale),
    countRecipients(update),
  ])
  const parts = byLanguage.map(row =>
    t('send.ofLanguage', { language: nameOf(row.locale), count: format.number(row.count) }),
  )
  const minutes = Math.max(1, Math.ceil((total / mailsPerHour) * 60))
  return [
    [t('send.recipients', { count: total }), ...parts].join(' · '),
    t('send.takes', { minutes, rate: format.number(mailsPerHour) }),
  ]
}

function nameOf(language: string) {
  return languages().includes(language) ? readWords(language).site.languageName : language
}
