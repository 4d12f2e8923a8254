import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOVES } from '#lib/signatures/states.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { type Step, Story } from './story.ts'

const RUNS = 40
const LONGEST_STORY = 30
const TIMEOUT_MS = 120_000

/** Steps that come often, so that stories get somewhere. */
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('sign', 'deliver', 'confirm', 'askForMagicLink', 'openOwn'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('rightCode', 'correct', 'withdraw', 'report', 'release'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'hold',
        'remove',
        'restore',
        'hide',
        'correctTypo',
        'removeAll',
        'undoAll',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('wrongCode', 'reject', 'threeReports', 'erase', 'passDays'),
    },
  ),
  which: fc.nat(1_000),
}) as fc.Arbitrary<Step>

const say = (...what: Step['what'][]): Step[] => what.map(each => ({ what: each, which: 0 }))

/** A story that makes every move there is. */
const EVERY_MOVE: Step[] = [
  ...say('sign', 'deliver'),
  { what: 'reject', which: 1 },
  ...say('sign', 'deliver', 'confirm', 'threeReports', 'release'),
  ...say('hold', 'correctTypo', 'remove', 'restore', 'release', 'removeAll', 'undoAll'),
  ...say('askForMagicLink', 'openOwn', 'correct', 'withdraw', 'confirm'),
  { what: 'sign', which: 1 },
  ...say('deliver', 'confirm', 'release', 'erase'),
]

test('one story makes every move, each as it is allowed', async () => {
  await emptyDatabase()
  const moves = new Set(await tellAll(EVERY_MOVE))
  expect([...moves].sort()).toEqual([...Object.keys(MOVES), 'begin', 'delete'].sort())
})

test(
  'no sequence of requests makes a move that is not allowed, and the tally is always a recount',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: LONGEST_STORY }), async steps => {
        await emptyDatabase()
        await tellAll(steps)
      }),
      { numRuns: RUNS },
    )
  },
  TIMEOUT_MS,
)

/** Gives the names of all moves that it made; fails at one that is not allowed. */
async function tellAll(steps: Step[]) {
  const story = new Story()
  const moves: string[] = []
  for (const each of steps) moves.push(...(await story.tell(each)))
  return moves
}
