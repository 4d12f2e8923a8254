import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/**
 * Runs this test file as a site whose content/campaign.yaml says something else. The site reads its
 * content once, where it was started: call this before any of its modules is loaded.
 * @param words what each language's file says besides
 */
export function runAnotherCampaign(
  changes: [from: string, to: string][],
  words: Record<string, string> = {},
) {
  const home = process.cwd()
  const root = mkdtempSync(join(tmpdir(), 'open-letter-campaign-'))
  for (const folder of ['content', 'locales']) {
    cpSync(folder, join(root, folder), { recursive: true })
  }
  const file = join(root, 'content', 'campaign.yaml')
  writeFileSync(file, changes.reduce(change, readFileSync(file, 'utf8')))
  for (const [language, more] of Object.entries(words))
    appendFileSync(join(root, 'content', 'campaign', `${language}.yaml`), more)
  process.chdir(root)
  afterAll(() => {
    process.chdir(home)
    rmSync(root, { recursive: true })
  })
}

function change(text: string, [from, to]: [from: string, to: string]) {
  if (!text.includes(from)) throw new Error(`content/campaign.yaml holds no ${from}`)
  return text.replace(from, to)
}
