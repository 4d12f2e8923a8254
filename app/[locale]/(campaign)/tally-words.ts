import { getMessages, getTranslations } from 'next-intl/server'
import { describeCount } from '#components/letter/tally-counts.ts'
import { isSigningOpen, knownCampaignState } from '#lib/campaign/campaign-cache.ts'
import { readGoalIfAble } from '#lib/settings/read-goal.ts'
import { readLastMilestone } from '#lib/signatures/milestones.ts'
import { readTallyIfAble } from '#lib/signatures/tally.ts'
import { formatDay } from '#lib/text/messages.ts'

/** Words of the tally. It asks for the first signature, and names a goal, only while one can sign. */
export async function tallyWords(locale: string) {
  const { tally, site } = await getMessages({ locale })
  const { none, noneShut: _shut, nonePaused: _paused, goal, milestone: _, ...words } = tally
  const ownGoal = await readGoalIfAble()
  const asks = (await isSigningOpen())
    ? { none, goal, ...(ownGoal !== null && { ownGoal }) }
    : { none: await noneWhileShut(locale) }
  const milestone = await describeMilestone(locale)
  return { ...words, ...asks, ...(milestone && { milestone }), comma: site.comma }
}

/** What stands in place of a tally of nothing while nobody can sign. */
async function noneWhileShut(locale: string) {
  const { tally } = await getMessages({ locale })
  return (await knownCampaignState()) === 'paused' ? tally.nonePaused : tally.noneShut
}

/** The last goal that was reached, with its day; nothing before the first. */
async function describeMilestone(locale: string) {
  const milestone = await readLastMilestone()
  if (!milestone) return
  const t = await getTranslations({ locale, namespace: 'tally' })
  const { signatures: count, reachedAt } = milestone
  return t('milestone', { count, day: formatDay(locale, reachedAt) })
}

/** All signatures in one line, such as "1,234 signatures, 56 organisations, 7 countries"; nothing before the first. */
export async function describeTally(locale: string) {
  const tally = await readTallyIfAble()
  if (!tally) return
  const { tally: words, site } = await getMessages({ locale })
  return (['signatures', 'organisations', 'countries'] as const)
    .filter(part => tally[part] > 0)
    .map(part => describeCount(locale, tally[part], words[part]))
    .join(site.comma)
}
