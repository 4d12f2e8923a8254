import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const MOST_NOT_MET = 8

/** How many requirements of Level 1 and 2 each chapter of OWASP ASVS 5.0.0 has; 0: none applies here. */
const CHAPTERS: Record<string, number> = {
  V1: 27,
  V2: 11,
  V3: 19,
  V4: 10,
  V5: 9,
  V6: 35,
  V7: 18,
  V8: 7,
  V9: 7,
  V11: 14,
  V12: 9,
  V13: 13,
  V14: 9,
  V15: 13,
  V16: 16,
}

const security = readFileSync('docs/security.md', 'utf8')
const rows = [
  ...security.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+?) \|$/gm),
]
const list = rows.map(([, number = '', , , state = '', where = '']) => ({ number, state, where }))

test('the list names each requirement once, and says how many there are', () => {
  const numbers = list.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(security).toContain(`${numbers.length} requirements of Level 1 and 2 apply`)
})

test('it leaves out none but those that it says do not apply', () => {
  for (const [chapter, all] of Object.entries(CHAPTERS)) {
    const named = list.filter(({ number }) => `V${number.split('.')[0]}` === chapter)
    expect(`${chapter}: ${named.length + leftOut(chapter)}`).toBe(`${chapter}: ${all}`)
  }
})

test(`each is met, with what shows it, or not met with a reason: ${MOST_NOT_MET} at most`, () => {
  const notMet = list.filter(({ state }) => state !== 'met')
  expect(notMet.length).toBeLessThanOrEqual(MOST_NOT_MET)
  for (const { state, where } of notMet) {
    expect(state).toBe('**not met**')
    expect(where.length).toBeGreaterThan(100)
  }
  expect(list.filter(({ where }) => where.trim() === '')).toEqual([])
})

test('every file that it names is there', () => {
  const named = [...security.matchAll(/`((?:[\w.()[\]-]+\/)+[\w.()[\]-]+\.\w+)`/g)]
  const files = named.map(([, file = '']) => file).filter(file => !file.startsWith('.data/'))
  expect(files.length).toBeGreaterThan(150)
  expect(files.filter(file => !existsSync(file))).toEqual([])
})

function leftOut(chapter: string) {
  return LEFT_OUT.filter(number => `V${number.split('.')[0]}` === chapter).length
}

/** As the page says before the list. */
const LEFT_OUT = [
  ...['1.2.6', '1.2.7', '1.2.8', '1.3.1', '1.3.8', '1.3.9'],
  ...['4.3.1', '4.3.2', '4.4.1', '4.4.2', '4.4.3', '4.4.4'],
  ...['6.6.1', '6.8.1', '6.8.2', '6.8.3', '6.8.4'],
  ...['7.1.3', '7.6.1', '7.6.2'],
  ...['8.4.1', '12.1.3', '12.3.4'],
]
