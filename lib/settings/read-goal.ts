import { forReaders } from '#lib/database/for-readers.ts'
import { env } from '#lib/env/env.ts'
import { readSettings } from './settings.ts'

/** The goal that owners set, for a page: null without one, or while the database does not answer. */
export async function readGoalIfAble(): Promise<number | null> {
  if (env.isBuild) return null
  const { goal } = await forReaders(() => readSettings()).catch(() => ({ goal: null }))
  return goal
}
