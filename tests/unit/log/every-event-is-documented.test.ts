import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EVENTS } from '#lib/log/events.ts'

test('docs/operating.md has a line for every event of the log, with its level', () => {
  const lines = readFileSync('docs/operating.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| (\w+) \|/gm)
  const documented = Object.fromEntries([...lines].map(([, name, level]) => [name, level]))
  const known = Object.entries(EVENTS).map(([name, { level }]) => [name, level])
  expect(documented).toEqual(Object.fromEntries(known))
})

test('the server says nothing but through the log', () => {
  const inFolders = ['app', 'components', 'lib', 'server'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  )
  const files = [...inFolders, 'instrumentation.ts'].filter(
    file => /\.tsx?$/.test(file) && !file.includes('generated') && !MAY_SPEAK.includes(file),
  )
  const speaks = /console\.\w+\(|process\.std(out|err)\.write/
  const speakers = files.filter(file => speaks.test(readFileSync(file, 'utf8')))
  // Its one sentence is about a start that failed, for who typed the command.
  expect(speakers).toEqual(['server/serve.ts'])
})

// An isolated program answers its parent on a pipe.
const MAY_SPEAK = ['lib/log/log.ts', 'lib/isolation/answer.ts']
