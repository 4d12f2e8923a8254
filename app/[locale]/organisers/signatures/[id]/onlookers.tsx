import { getTranslations } from 'next-intl/server'
import notice from '#components/organisers/common/Notice.module.css'
import type { Organiser } from '#lib/access/organiser.ts'
import { LOOKING_MINUTES, readOnlookers } from '#lib/moderation/read-onlookers.ts'
import { isolated } from '#lib/text/isolated.ts'

type OnlookersProps = { locale: string; organiser: Organiser; signatureId: string }

/** Which colleagues have just opened the same signature; nothing where nobody has. */
export async function Onlookers({ locale, organiser, signatureId }: OnlookersProps) {
  const onlookers = await readOnlookers(organiser, signatureId)
  if (onlookers.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'organisers.signatures.onlookers' })
  const who = new Intl.ListFormat(locale).format(onlookers.map(isolated))
  return (
    <p className={notice.notice} role="note">
      {t('looking', { who, count: onlookers.length, minutes: LOOKING_MINUTES })}
    </p>
  )
}
