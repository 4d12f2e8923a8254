import type { Organiser } from '#lib/access/organiser.ts'
import { readSettings, saveSetting } from '#lib/settings/settings.ts'
import { digestOfStep, isDefaultStep } from './shipped-content.ts'
import { fromWrittenContent } from './written-content.ts'

/**
 * Accepts what ships for a step, as it stands now: once something of it changes, that counts no more. Whoever calls this
 * has asked for the capability 'write-content'.
 */
export async function acceptStep(
  organiser: Organiser,
  step: string,
): Promise<{ outcome: 'accepted' | 'unknown' }> {
  if (!isDefaultStep(step)) return { outcome: 'unknown' }
  const { acceptedSteps } = await readSettings()
  const accepted = {
    ...acceptedSteps,
    [step]: await fromWrittenContent(root => digestOfStep(step, root)),
  }
  await saveSetting(organiser, 'acceptedSteps', accepted)
  return { outcome: 'accepted' }
}
