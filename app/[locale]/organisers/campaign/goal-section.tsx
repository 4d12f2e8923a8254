import { getMessages, getTranslations } from 'next-intl/server'
import { GoalForm } from '#components/organisers/campaign/GoalForm.tsx'
import { currentVersionCounts } from '#lib/signatures/current-version-counts.ts'
import { nextGoal } from '#lib/signatures/goal.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { setGoalAction } from './actions.ts'

type GoalSectionProps = {
  locale: string
  /** The goal that owners set; null without one. */
  goal: number | null
  query: Record<string, string | string[] | undefined>
}

/** The goal that stands, or what was typed and may not be. */
export async function GoalSection({ locale, goal, query }: GoalSectionProps) {
  const { campaign } = (await getMessages({ locale })).organisers
  const t = await getTranslations({ locale, namespace: 'organisers.campaign.goal' })
  const { signatures } = currentVersionCounts(await readTally())
  const { goal: typed } = query
  const isRefused = typeof typed === 'string'
  return (
    <GoalForm
      hint={t('hint', { goal: nextGoal(signatures) })}
      value={isRefused ? typed : (goal?.toString() ?? '')}
      error={isRefused ? t('error', { count: signatures }) : undefined}
      action={setGoalAction.bind(null, locale)}
      words={campaign.goal}
    />
  )
}
