import { expect, test } from 'vitest'
import { asCampaign, readCampaignFile, withCandidate } from '#lib/text/campaign-files.ts'

test('two who look at the same files at once both read them to their end', async () => {
  const files = asCampaign(new Map([['content/letter/fr.md', 'Une lettre']]))
  const read = (root: string) => readCampaignFile(root, 'content/letter/fr.md')
  const slow = Promise.withResolvers<void>()
  const first = withCandidate(files, async root => {
    await slow.promise
    return read(root)
  })
  expect(await withCandidate(files, async root => read(root))).toBe('Une lettre')
  slow.resolve()
  expect(await first).toBe('Une lettre')
})
