// Content changes: an edit of content/ or locales/ shows in each process within seconds, and a mistake shows in none (docs/decisions/0047-one-artefact.md).
import { withPatience } from '#lib/database/patience.ts'
import { placeSaves } from '#lib/editing/place-saves.ts'
import { logEvent } from '#lib/log/log.ts'
import { runLoop } from '#lib/process/run-loop.ts'
import { stampOfCampaignFiles } from '#lib/text/campaign-files.ts'
import { takeUpContent } from '#lib/versions/take-up-content.ts'

/** How often a process looks at the files, in milliseconds. What changed is taken up once it is the same at two looks. */
const INTERVAL = { ms: 1_500 }

/**
 * Serves the files of content/ and locales/ as they become, once they have passed the checks of the start. What does not
 * pass is told once; a letter that waits to be published is tried again and again.
 * @param tells whether this process is the one whose log says so
 * @param changed is called when others are served, and once more at the next look: what was begun before has ended then
 */
export async function followContent(
  signal: AbortSignal,
  tells: boolean,
  changed: () => unknown = () => undefined,
) {
  let seen = stampOfCampaignFiles()
  let tried = seen
  let told = ''
  let isFresh = false
  await runLoop(signal, INTERVAL, async () => {
    if (isFresh) await changed()
    isFresh = false
    await withPatience('job', () => placeSaves())
    const before = seen
    seen = stampOfCampaignFiles()
    if (seen !== before || seen === tried) return
    const taken = await withPatience('job', takeUpContent)
    const isRefused = taken.outcome === 'refused'
    tried = isRefused && taken.isWaiting ? '' : seen
    if (isRefused && taken.sentence !== told) tellRefusal(taken.sentence, tells)
    told = isRefused ? taken.sentence : ''
    if (taken.outcome !== 'taken-up') return
    isFresh = true
    if (tells) logEvent('content-taken-up')
    await changed()
  })
}

function tellRefusal(mistakes: string, tells: boolean) {
  const sentence = `The site goes on with what it showed before. ${mistakes.replaceAll('\n', ' ')}`
  if (tells) logEvent('content-refused', {}, sentence)
}
