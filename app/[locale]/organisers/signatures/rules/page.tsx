import { getMessages, getTranslations } from 'next-intl/server'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { LimitTable } from '#components/organisers/rules/LimitTable.tsx'
import { RuleForm } from '#components/organisers/rules/RuleForm.tsx'
import { RuleTable } from '#components/organisers/rules/RuleTable.tsx'
import { may } from '#lib/access/roles.ts'
import { TREND_FACTOR, TREND_FROM } from '#lib/moderation/read-trends.ts'
import { RULE_DAYS } from '#lib/moderation/rules/add-rules.ts'
import { listRules } from '#lib/moderation/rules/list-rules.ts'
import { BRAKES } from '#lib/signatures/trust/brakes.ts'
import { BURST_WINDOW_MINUTES, HOLD_REASONS } from '#lib/signatures/trust/hold-reasons.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { formatterIn } from '../../formatter.ts'
import { addRulesAction, endRuleAction } from './actions.ts'

const PATH = '/organisers/signatures/rules'

/** So much of a network's hash tells it from another. */
const SHORT_HASH = 12

export const generateMetadata = unlistedPage(messages => messages.organisers.signatures.rules.title)

/** Rules of who is held: sweeps that last a day, blocks and exemptions, beside what the site holds by itself. */
export default async function RulesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/signatures/rules'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('see-signatures', locale)
  const [{ organisers }, t, rules] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.signatures.rules' }),
    listRules(),
  ])
  const { rules: words, reasons, detail } = organisers.signatures
  const format = formatterIn(locale)
  const when = (moment: Date) =>
    format.dateTime(moment, { dateStyle: 'medium', timeStyle: 'short' })
  const mayDecide = may(organiser.role, 'moderate')
  const days = [...new Set([...RULE_DAYS.exempt, ...RULE_DAYS.block])].filter(day => day !== null)
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="signatures"
      path={PATH}
      title={words.title}
      lead={words.lead}
    >
      <p>
        <a href={`/${locale}/organisers/signatures`}>{detail.back}</a>
      </p>
      <Notice code={(await searchParams).notice} words={words.outcomes} />
      <WorkSection id="in-force" title={words.inForce}>
        <RuleTable
          rules={rules.map(rule => ({
            id: rule.id,
            effect: words.effects[rule.effect],
            what: whatOf(rule, words),
            reason: rule.holdReason ? reasons[rule.holdReason] : rule.reason,
            author: rule.author ?? words.gone,
            ends: rule.endsAt ? when(rule.endsAt) : words.never,
          }))}
          end={mayDecide ? endRuleAction.bind(null, locale) : null}
          words={words}
        />
      </WorkSection>
      {mayDecide && (
        <WorkSection id="add" title={words.add} lead={words.addLead}>
          <RuleForm
            action={addRulesAction.bind(null, locale)}
            days={days
              .toSorted((one, other) => one - other)
              .map(count => ({ code: String(count), name: t('days', { count }) }))}
            words={words}
          />
        </WorkSection>
      )}
      <WorkSection id="limits" title={words.limits} lead={words.limitsLead}>
        <LimitTable
          label={words.limits}
          columns={[words.what, words.limit]}
          rows={[
            ...(['network_burst', 'domain_burst', 'same_person'] as const).map(reason => ({
              what: reasons[reason],
              limit: t(reason === 'same_person' ? 'limitEver' : 'limitWithin', {
                count: HOLD_REASONS[reason].threshold,
                minutes: BURST_WINDOW_MINUTES,
              }),
            })),
            {
              what: words.trend,
              limit: t('limitTrend', { count: TREND_FROM, factor: TREND_FACTOR }),
            },
            {
              what: words.brake,
              limit: t('limitWithin', {
                count: BRAKES['hold-bursts'].acts,
                minutes: BRAKES['hold-bursts'].withinMinutes,
              }),
            },
          ]}
        />
      </WorkSection>
    </ConsolePage>
  )
}

type Rule = Awaited<ReturnType<typeof listRules>>[number]

/** Of an address only its hash is kept. */
function whatOf({ target, pattern }: Rule, words: { address: string; network: string }) {
  if (target === 'address') return words.address
  return target === 'network_hash' ? `${words.network} ${pattern.slice(0, SHORT_HASH)}` : pattern
}
