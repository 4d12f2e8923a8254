import { z } from 'zod'
import { formatDay } from '#lib/text/messages.ts'
import type { MailDraft, MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { toOrganiser } from './sample-data.ts'

const count = z.number()

const figures = z.object({
  /** First and last day of the week, ISO 8601. */
  from: z.string(),
  to: z.string(),
  /** Confirmed within it, and within the week before. */
  signatures: count,
  before: count,
  /** Confirmed in all. */
  total: count,
  waiting: z.object({
    held: count,
    statements: count,
    reported: count,
    approvals: count,
    mailsKept: count,
  }),
  /** Mails of that week. */
  mails: z.object({ sent: count, bounced: count, failed: count }),
})

/** The figures of a week. */
export type WeekFigures = z.infer<typeof figures>

/** The week in numbers, to organisers who wish it: no name, no address, of nobody. */
export const weeklyDigest: MailTemplate = {
  content: draft => {
    const { t, letterTitle, address, mail } = draft
    const week = figures.parse(mail.alerts)
    return {
      subject: t('mail.weeklyDigest.subject', { letter: letterTitle }),
      body: (
        <>
          {sentencesOf(draft, week).map(sentence => (
            <Paragraph key={sentence}>{sentence}</Paragraph>
          ))}
          <Button href={address('/organisers')} hint={t('mail.hint')}>
            {t('mail.ownerAlert.button')}
          </Button>
        </>
      ),
      footer: (
        <>
          <Footnote>{t('mail.weeklyDigest.why')}</Footnote>
          <Footnote>{t('mail.ownerAlert.stop')}</Footnote>
        </>
      ),
    }
  },
  sample: locale => ({ alerts: SAMPLE, ...toOrganiser(locale) }),
}

function sentencesOf(draft: MailDraft, week: WeekFigures) {
  const { t, locale } = draft
  const { signatures, before, total, mails } = week
  const days = { from: formatDay(locale, week.from), to: formatDay(locale, week.to) }
  const failing = mails.failed + mails.bounced
  return [
    t('mail.weeklyDigest.growth', { count: signatures, ...days }),
    t(`mail.weeklyDigest.than.${compare(signatures, before)}`, {
      before,
      percent: before > 0 ? Math.round((Math.abs(signatures - before) / before) * 100) : 0,
    }),
    t('mail.weeklyDigest.total', { count: total }),
    ...waitingSentences(draft, week.waiting),
    failing > 0
      ? t('mail.weeklyDigest.failing', { ...mails, count: failing })
      : t('mail.weeklyDigest.arrived', { count: mails.sent }),
  ]
}

/** How a week stands to the one before: by a share where that had any. */
function compare(signatures: number, before: number) {
  if (signatures === before) return 'same'
  if (before === 0) return 'first'
  return signatures > before ? 'more' : 'fewer'
}

function waitingSentences({ t }: MailDraft, waiting: WeekFigures['waiting']) {
  const kinds = ['held', 'statements', 'reported', 'approvals', 'mailsKept'] as const
  const sentences = kinds
    .filter(kind => waiting[kind] > 0)
    .map(kind => t(`mail.weeklyDigest.waiting.${kind}`, { count: waiting[kind] }))
  return sentences.length > 0 ? sentences : [t('mail.weeklyDigest.waiting.nothing')]
}

const SAMPLE: WeekFigures = {
  from: '2026-05-18',
  to: '2026-05-24',
  signatures: 1240,
  before: 1000,
  total: 18_300,
  waiting: { held: 3, statements: 12, reported: 0, approvals: 1, mailsKept: 0 },
  mails: { sent: 1900, bounced: 14, failed: 2 },
}
