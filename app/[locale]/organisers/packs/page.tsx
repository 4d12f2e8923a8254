import { getMessages, getTranslations } from 'next-intl/server'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { DeliveryList } from '#components/organisers/delivery/DeliveryList.tsx'
import { Button, ButtonLink } from '#components/ui/Button.tsx'
import { ButtonRow } from '#components/ui/ButtonRow.tsx'
import { readCampaignRun } from '#lib/campaign/campaign-run.ts'
import { isProvisional } from '#lib/campaign/confirmation-deadline.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { type Delivery, isUnderWay, listDeliveries } from '#lib/delivery/list-deliveries.ts'
import { recipientIn } from '#lib/delivery/published-snapshots.ts'
import { formatDay, formatZonedTime } from '#lib/text/messages.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import { askDeliveryAction, makePackAgainAction } from './actions.ts'
import { describeContents } from './describe-contents.ts'

const BYTES_IN_A_MEGABYTE = 1_000_000

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.packs)

/** What is handed to governments: frozen, made, and made again. */
export default async function PacksPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/packs'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('export-public', locale, { fresh: true })
  const [{ organisers: words }, t, format, deliveries, run] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.packs' }),
    formatterIn(locale),
    listDeliveries(),
    readCampaignRun(),
  ])
  const contents = await describeContents(locale)
  const shown = ({
    bytes,
    signatures,
    named,
    takenAt,
    requestedAt,
    unset,
    handedOverOn,
    handedOverTo,
    ...delivery
  }: Delivery) => ({
    ...delivery,
    contents: contents(delivery),
    anotherHref: takenAt ? `/${locale}/organisers/packs/new?of=${delivery.id}` : null,
    unset: unset > 0 ? t('unset', { count: unset }) : null,
    moment: formatZonedTime(locale, takenAt ?? requestedAt, timeZone()),
    size: t('signatures', { count: signatures, named }),
    isFrozen: takenAt !== null,
    handedOver:
      handedOverOn &&
      t('handedOver', {
        date: formatDay(locale, handedOverOn),
        to: recipientIn(handedOverTo, locale),
        isTold: recipientIn(handedOverTo, locale) ? 'yes' : 'no',
      }),
    decideHref:
      takenAt && !handedOverOn && !isUnderWay(delivery)
        ? `/${locale}/organisers/packs/${delivery.id}`
        : null,
    isProvisional: takenAt !== null && isProvisional(run, takenAt),
    download: t('download', {
      size: format.number(bytes / BYTES_IN_A_MEGABYTE, { maximumFractionDigits: 1 }),
    }),
    href: `/${locale}/organisers/packs/${delivery.id}/file`,
  })
  return (
    <ConsolePage locale={locale} organiser={organiser} section="packs" lead={words.packs.lead}>
      <Notice code={(await searchParams).notice} words={words.packs.outcomes} />
      <ButtonRow>
        <form action={askDeliveryAction.bind(null, locale)}>
          <Button type="submit">{words.packs.make}</Button>
        </form>
        <ButtonLink look="quiet" href={`/${locale}/organisers/packs/new`}>
          {words.packs.choose}
        </ButtonLink>
      </ButtonRow>
      <DeliveryList
        deliveries={deliveries.map(shown)}
        makeAgain={makePackAgainAction.bind(null, locale)}
        refreshHref={`/${locale}/organisers/packs`}
        words={words.packs}
      />
    </ConsolePage>
  )
}
