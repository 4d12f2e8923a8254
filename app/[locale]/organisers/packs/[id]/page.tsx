import { notFound } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { DeletePack } from '#components/organisers/delivery/DeletePack.tsx'
import { HandOverForm } from '#components/organisers/delivery/HandOverForm.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import { may } from '#lib/access/roles.ts'
import { retention, timeZone } from '#lib/content/campaign.ts'
import { type Delivery, readDelivery } from '#lib/delivery/list-deliveries.ts'
import { formatZonedTime } from '#lib/text/messages.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { noteFields } from '../../campaign/note-fields.ts'
import { ConsolePage } from '../../console-page.tsx'
import { deletePackAction, handOverAction } from '../actions.ts'
import { describeContents } from '../describe-contents.ts'

type Query = Record<string, string | string[] | undefined>

export const generateMetadata = unlistedPage(messages => messages.organisers.packs.one.title)

/** One pack that is still private: an owner says that it was handed over, or it is deleted. */
export default async function PackPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/packs/[id]'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('export-public', locale, { fresh: true })
  const pack = await readPack((await params).id)
  if (!pack?.takenAt || pack.handedOverOn) notFound()
  const query = await searchParams
  const [{ organisers }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.packs' }),
  ])
  const words = organisers.packs
  const { id, takenAt, signatures, named } = pack
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="packs"
      path={`/organisers/packs/${id}`}
      title={t('one.heading', { moment: formatZonedTime(locale, takenAt, timeZone()) })}
      lead={[t('signatures', { count: signatures, named }), (await describeContents(locale))(pack)]
        .filter(Boolean)
        .join(' · ')}
    >
      <Notice code={query.notice} words={words.outcomes} />
      <HandOverForm
        id={id}
        isOwner={may(organiser.role, 'run-campaign')}
        consequences={[
          words.handOver.public,
          t('handOver.clock', { months: retention().addressMonthsAfterDelivery }),
          words.handOver.final,
        ]}
        day={await dayField(locale, takenAt, query)}
        recipients={await recipientFields(locale, query)}
        action={handOverAction.bind(null, locale)}
        words={words.handOver}
      />
      <DeletePack
        id={id}
        lead={pack.isAnother ? words.delete.leadOfAnother : words.delete.lead}
        action={deletePackAction.bind(null, locale)}
        words={words.delete}
      />
    </ConsolePage>
  )
}

async function readPack(id: string): Promise<Delivery | null> {
  const checked = z.uuid().safeParse(id)
  return checked.success ? readDelivery(checked.data) : null
}

/** The field of the day: today, or what was typed and refused. */
async function dayField(locale: string, takenAt: Date, { day, dayFault }: Query) {
  const { handOver } = (await getMessages({ locale })).organisers.packs
  const today = localDay(new Date(), timeZone())
  return {
    value: typeof day === 'string' ? day : today,
    least: localDay(takenAt, timeZone()),
    most: today,
    error: wordFor(handOver.faults, dayFault),
  }
}

async function recipientFields(locale: string, query: Query) {
  const t = await getTranslations({ locale, namespace: 'organisers.packs' })
  return noteFields(locale, query, {
    kind: 'recipient',
    kept: {},
    label: language => t('handOver.to', { language }),
    required: t('handOver.required'),
  })
}
