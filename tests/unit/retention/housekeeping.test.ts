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

test('a job that PostgreSQL ended is tried again at once, and nobody is told', async () => {
  const said: string[] = []
  let times = 0
  await runJobs(
    sentence => said.push(sentence),
    [
      async () => {
        times += 1
        if (times === 1) throw new Error('deadlock detected')
      },
    ],
  )
  expect({ times, said }).toEqual({ times: 2, said: [] })
})
