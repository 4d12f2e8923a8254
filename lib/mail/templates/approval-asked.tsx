import { APPROVAL_LIFETIME_HOURS, type ApprovalKind } from '#lib/approvals/kinds.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { SAMPLE_ID, toOrganiser } from './sample-data.ts'

/** "Somebody asks for your approval": the kind of request and where it is read, and nothing of what is in it. */
export const approvalAsked: MailTemplate = {
  content: ({ t, letterTitle, address, mail }) => ({
    subject: t('mail.approvalAsked.subject', { letter: letterTitle }),
    body: (
      <>
        <Paragraph>{t(`mail.approvalAsked.kinds.${mail.notice as ApprovalKind}`)}</Paragraph>
        <Button href={address(`/organisers/approvals/${mail.noticeAbout}`)} hint={t('mail.hint')}>
          {t('mail.approvalAsked.button')}
        </Button>
      </>
    ),
    footer: <Footnote>{t('mail.approvalAsked.why', { hours: APPROVAL_LIFETIME_HOURS })}</Footnote>,
  }),
  sample: locale => ({
    notice: 'broadcast' satisfies ApprovalKind,
    noticeAbout: SAMPLE_ID,
    ...toOrganiser(locale),
  }),
}
