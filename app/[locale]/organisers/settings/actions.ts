'use server'

import { z } from 'zod'
import { acceptStep } from '#lib/overview/first-steps/accept-step.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { consoleAction } from '../console-action.ts'
import { box, text } from '../form-values.ts'

/** Accepts what ships for a step. */
export const acceptStepAction = consoleAction(
  'run-campaign',
  z.object({ step: text }),
  async ({ step }, { organiser }) => {
    await acceptStep(organiser, step)
    return ''
  },
)

/** Takes the first steps off the overview, or shows them there again. */
export const putAwayFirstStepsAction = consoleAction(
  'run-campaign',
  z.object({ away: box }),
  async ({ away }, { organiser }) => {
    await saveSettings(organiser, { firstStepsArePutAway: away })
    return 'settings'
  },
)
