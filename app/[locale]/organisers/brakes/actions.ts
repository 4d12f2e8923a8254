'use server'

import { z } from 'zod'
import { brakeNamed, releaseBrake } from '#lib/moderation/brakes.ts'
import { consoleAction } from '../console-action.ts'
import { text } from '../form-values.ts'

/** Releases a brake after a review of its cause. */
export const releaseBrakeAction = consoleAction(
  'moderate',
  z.object({ brake: text }),
  async ({ brake }, { organiser }) => {
    const name = brakeNamed(brake)
    if (name) await releaseBrake(organiser, name)
    return ''
  },
)
