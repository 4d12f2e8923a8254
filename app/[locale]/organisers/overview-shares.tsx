import { getMessages } from 'next-intl/server'
import { ShareTable } from '#components/charts/ShareTable.tsx'
import { Panel } from '#components/organisers/overview/Panel.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import type { Metrics, Share, ShareName } from '#lib/overview/metrics.ts'
import { readMessages } from '#lib/text/messages.ts'
import { CountriesMap } from '../world-map.tsx'
import { formatterIn } from './formatter.ts'

/** Lines of a table; the rest stand together in one. */
const LINES_SHOWN = 10

type SharesProps = { locale: string; metrics: Metrics }

/** Who signs, and where they come from. */
export async function OverviewShares({ locale, metrics }: SharesProps) {
  const [{ organisers }, format] = await Promise.all([getMessages({ locale }), formatterIn(locale)])
  const words = organisers.overview
  const namesOf = await codeNames(locale)
  const table = (share: ShareName) => {
    const all = metrics.shares[share]
    const whole = all.reduce((sum, { signatures }) => sum + signatures, 0)
    return (
      <ShareTable
        caption={words.shares[share]}
        lines={shortened(all, words.others).map(({ key, signatures }) => ({
          name: key === null ? words.unsaid[share] : (namesOf[share]?.get(key) ?? key),
          count: format.number(signatures),
          share: key === null || whole === 0 ? null : signatures / whole,
          part: format.number(whole === 0 ? 0 : signatures / whole, PERCENT),
        }))}
        words={{ ...words, none: words.nothingYet }}
      />
    )
  }
  return (
    <>
      <Panel id="countries" title={words.countries} isWide>
        <CountriesMap
          locale={locale}
          counts={metrics.shares.country.map(({ key, signatures }) => ({
            country: key,
            signatures,
          }))}
          toldApartFrom={1}
        />
      </Panel>
      <Panel id="who" title={words.who}>
        {table('category')}
        {table('kind')}
        {table('locale')}
      </Panel>
      <Panel id="where-from" title={words.whereFrom} lead={words.whereFromLead}>
        {table('referrerHost')}
        {table('cameFrom')}
      </Panel>
    </>
  )
}

const PERCENT = { style: 'percent', maximumFractionDigits: 1 } as const

async function codeNames(locale: string): Promise<Partial<Record<ShareName, Map<string, string>>>> {
  const { organisers } = await getMessages({ locale })
  return {
    category: new Map(readCampaign(locale).categories.map(({ code, name }) => [code, name])),
    kind: new Map(Object.entries(organisers.overview.kinds)),
    locale: new Map(languages().map(code => [code, readMessages(code).site.languageName])),
  }
}

function shortened(shares: Share[], others: string): Share[] {
  const said = shares.filter(({ key }) => key !== null)
  const unsaid = shares.filter(({ key }) => key === null)
  const rest = said.slice(LINES_SHOWN).reduce((sum, { signatures }) => sum + signatures, 0)
  const together = rest > 0 ? [{ key: others, signatures: rest }] : []
  return [...said.slice(0, LINES_SHOWN), ...together, ...unsaid]
}
