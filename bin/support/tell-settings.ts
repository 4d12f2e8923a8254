import type { env as environment } from '#lib/env/env.ts'
import { withSecretFiles } from '#lib/env/secret-files.ts'
import { namesFromEnvFile } from './env-file.js'
import { say } from './say.ts'
import { findSettingConflicts } from './setting-conflicts.ts'
import { describeSettingSources } from './setting-sources.ts'

/**
 * Tells at a start where each setting came from, and what may not be meant so.
 * @throws Error with a sentence for each pair of settings that do not work together
 */
export async function tellSettings(settings: typeof environment) {
  await say(describeSettingSources(withSecretFiles(process.env), namesFromEnvFile))
  const { refused, warned } = findSettingConflicts(settings, process.env)
  for (const sentence of warned) await say(sentence)
  if (refused.length > 0) throw new Error(refused.join('\n'))
}
