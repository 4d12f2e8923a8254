import { getMessages, getTranslations } from 'next-intl/server'
import { BrakeList } from '#components/organisers/overview/BrakeList.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { readBrakeNotices } from '#lib/moderation/brakes.ts'
import { releaseBrakeAction } from './brakes/actions.ts'
import { formatterIn } from './formatter.ts'

type BrakeNoticesProps = { locale: string; organiser: Organiser }

/** Notices of active brakes; nothing when all is well. */
export async function BrakeNotices({ locale, organiser }: BrakeNoticesProps) {
  const [{ organisers }, t, format, brakes] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.brakes' }),
    formatterIn(locale),
    readBrakeNotices(),
  ])
  const words = organisers.brakes
  const table = `/${locale}/organisers/signatures`
  const hrefs = {
    'hide-reported': `${table}?status=confirmed&mark=reported`,
    'hold-bursts': `${table}/trending`,
    'mail-bounces': `/${locale}/organisers/mail`,
    'mail-queue': `/${locale}/organisers/mail`,
  }
  const maySee = may(organiser.role, 'see-signatures')
  return (
    <BrakeList
      brakes={brakes.map(({ name, onSince, heldBack }) => ({
        name,
        means: words.means[name],
        since: t('since', {
          time: format.dateTime(onSince, { dateStyle: 'medium', timeStyle: 'short' }),
          count: heldBack,
        }),
        href: maySee || name.startsWith('mail') ? hrefs[name] : null,
      }))}
      release={may(organiser.role, 'moderate') ? releaseBrakeAction.bind(null, locale) : null}
      words={words}
    />
  )
}
