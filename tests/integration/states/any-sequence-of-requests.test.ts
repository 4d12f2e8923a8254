import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOVES } from '#lib/signatures/states.ts'
import { emptyDatabase } from '../../support/database.ts'
import { type Step, Story } from './story.ts'

const RUNS = 40
const LONGEST_STORY = 30
const TIMEOUT_MS = 120_000

/** Steps that come often, so that stories get somewhere. */
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('sign', 'deliver', 'confirm', 'askForOwnLink', 'openOwn'),
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
    { weight: 1, arbitrary: fc.constantFrom('wrongCode', 'disown', 'threeReports', 'passDays') },
  ),
  which: fc.nat(1_000),
}) as fc.Arbitrary<Step>

const say = (...what: Step['what'][]): Step[] => what.map(each => ({ what: each, which: 0 }))

/** One story that makes every move, so that no run of the property is without them. */
const EVERY_MOVE: Step[] = [
  ...say('sign', 'deliver', 'confirm', 'threeReports', 'release'),
  ...say('hold', 'correctTypo', 'remove', 'restore', 'release', 'removeAll', 'undoAll'),
  ...say('askForOwnLink', 'openOwn', 'correct', 'withdraw', 'confirm'),
  { what: 'sign', which: 1 },
  ...say('deliver', 'confirm', 'release', 'sign', 'deliver', 'disown'),
]

test(
  'no sequence of requests makes a move that is not allowed, and the tally is always a recount',
  async () => {
    const movesSeen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: LONGEST_STORY }), async steps => {
        await emptyDatabase()
        const story = new Story()
        for (const each of steps) {
          for (const move of await story.tell(each)) movesSeen.add(move)
        }
      }),
      { numRuns: RUNS, examples: [[EVERY_MOVE]] },
    )
    expect([...movesSeen].sort()).toEqual([...Object.keys(MOVES), 'begin', 'delete'].sort())
  },
  TIMEOUT_MS,
)
