import { expect, test } from 'vitest'
import { runJobs } from '#lib/jobs/run-scheduled-jobs.ts'

test('a job that cannot be done keeps no other from being done', async () => {
  const done: string[] = []
  const said: string[] = []
  await runJobs(
    sentence => said.push(sentence),
    [
      async () => done.push('reminders'),
      async () => {
        throw new Error('A row that nobody can read.')
      },
      async () => done.push('deletions'),
    ],
  )
  expect(done).toEqual(['reminders', 'deletions'])
  expect(said).toHaveLength(1)
  expect(said.join()).not.toContain('A row')
})
