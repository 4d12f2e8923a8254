import { getMessages } from 'next-intl/server'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { SuppressedTable } from '#components/organisers/mail/SuppressedTable.tsx'
import { Pager } from '#components/signatories/Pager.tsx'
import { ShortForm } from '#components/ui/ShortForm.tsx'
import { may } from '#lib/access/roles.ts'
import {
  listSuppressed,
  readSuppressed,
  type SuppressedAddress,
} from '#lib/overview/mail/suppressions.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { formatterIn } from '../../formatter.ts'
import { findSuppressedAction, liftSuppressionAction } from './actions.ts'

const PATH = '/organisers/mail/suppressed'

export const generateMetadata = unlistedPage(messages => messages.organisers.mail.suppressed.title)

/** The addresses that the site does not write to, with the reason; bounces can be forgotten at once. */
export default async function SuppressedPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/mail/suppressed'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('see-signatures', locale)
  const { after, found, notice } = await searchParams
  const [{ organisers, signatories }, format, { suppressed, next }, one] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    listSuppressed(organiser, typeof after === 'string' ? after : undefined),
    readSuppressed(found),
  ])
  const words = organisers.mail.suppressed
  const href = `/${locale}${PATH}`
  const table = (rows: SuppressedAddress[], label: string) => (
    <SuppressedTable
      label={label}
      rows={rows.map(row => ({
        ...row,
        day: format.dateTime(row.since, { dateStyle: 'medium', timeStyle: 'short' }),
      }))}
      lift={may(organiser.role, 'moderate') ? liftSuppressionAction.bind(null, locale) : null}
      words={words}
    />
  )
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="mail"
      path={PATH}
      title={words.title}
      lead={words.lead}
    >
      <Notice code={notice} words={words.outcomes} />
      <WorkSection id="find" title={words.find.title} lead={words.find.lead}>
        <ShortForm
          id="find"
          action={findSuppressedAction.bind(null, locale)}
          fields={[
            { name: 'address', label: words.address, inputMode: 'email', autoComplete: 'off' },
          ]}
          button={words.find.button}
          look="quiet"
        />
        {one && table([one], words.find.title)}
      </WorkSection>
      <WorkSection id="all" title={words.all}>
        {table(suppressed, words.all)}
        <Pager
          {...(next && { nextHref: `${href}?after=${next}` })}
          {...(after && { newestHref: href })}
          words={{ ...signatories, next: words.next, newest: words.newest }}
        />
      </WorkSection>
    </ConsolePage>
  )
}
