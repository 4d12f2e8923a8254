import { z } from 'zod'
import { OVERDUE_AFTER_HOURS } from '#lib/moderation/queue-age.ts'
import type { MailDraft, MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { toOrganiser } from './sample-data.ts'

/** What happened that an owner should know, in numbers: no name, no address, of nobody. */
export const ownerAlert: MailTemplate = {
  content: draft => {
    const { t, letterTitle, address } = draft
    return {
      subject: t('mail.ownerAlert.subject', { letter: letterTitle }),
      body: (
        <>
          {sentencesOf(draft).map(sentence => (
            <Paragraph key={sentence}>{sentence}</Paragraph>
          ))}
          <Button href={address('/organisers')} hint={t('mail.hint')}>
            {t('mail.ownerAlert.button')}
          </Button>
        </>
      ),
      footer: (
        <>
          <Footnote>{t('mail.ownerAlert.why')}</Footnote>
          <Footnote>{t('mail.ownerAlert.stop')}</Footnote>
        </>
      ),
    }
  },
  sample: locale => ({
    alerts: [
      { kind: 'milestone', figure: 1000 },
      { kind: 'overdue', figure: 3 },
      { kind: 'surge', figure: 240 },
      { kind: 'mails', figure: 12 },
      { kind: 'brake', figure: 40 },
    ],
    ...toOrganiser(locale),
  }),
}

const alerts = z
  .array(
    z.object({
      kind: z.enum(['surge', 'brake', 'overdue', 'mails', 'milestone']),
      figure: z.number(),
    }),
  )
  .catch([])

function sentencesOf({ t, mail }: MailDraft) {
  const sentences = alerts
    .parse(mail.alerts)
    .map(({ kind, figure: count }) =>
      t(`mail.ownerAlert.kinds.${kind}`, { count, hours: OVERDUE_AFTER_HOURS }),
    )
  return [...new Set(sentences)]
}
