import { describe, expect, test } from 'vitest'
import { earlierCounts } from '#lib/signatures/earlier-counts.ts'
import { findVersion, latestVersion } from '#lib/versions/history.ts'
import { type Publication, wordingOf, wordings } from '#lib/versions/wordings.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** `fr:A first, fr:B correction`: one publication a day, from 1 June 2026. */
function history(written: string): Publication[] {
  return written.split(', ').map((line, index) => {
    const [text = '', level] = line.split(' ')
    const [language = '', version = ''] = text.split(':')
    return {
      id: `publication ${index + 1}`,
      language,
      version,
      level: level as Publication['level'],
      publishedAt: new Date(Date.UTC(2026, 5, 1) + index * DAY_MS),
    }
  })
}

/** Each wording as its versions, the current one with a star. */
function told(written: string) {
  return wordings(history(written)).map(
    ({ versions, isCurrent }) => [...versions].sort().join('') + (isCurrent ? '*' : ''),
  )
}

describe('what is one letter in substance', () => {
  test('corrections carry over, however many', () => {
    expect(told('fr:A first')).toEqual(['A*'])
    expect(told('fr:A first, fr:B correction, fr:C correction')).toEqual(['ABC*'])
  })

  test('a material change leaves the chain before it behind', () => {
    expect(told('fr:A first, fr:B correction, fr:C material')).toEqual(['AB', 'C*'])
    expect(told('fr:A first, fr:B material, fr:C correction, fr:D material')).toEqual([
      'A',
      'BC',
      'D*',
    ])
  })

  test('each language has a letter of its own', () => {
    expect(told('fr:A first, en:X first, fr:B material, en:Y correction')).toEqual([
      'A',
      'B*',
      'XY*',
    ])
  })

  test('a correction that is taken back is still one letter', () => {
    expect(told('fr:A first, fr:B correction, fr:A correction')).toEqual(['AB*'])
  })

  test('who signed a text that comes back has signed what stands', () => {
    expect(told('fr:A first, fr:B correction, fr:C material, fr:A material')).toEqual(['C', 'AB*'])
  })

  test('the change that is asked about is the last one, even where its text is old', () => {
    const known = wordings(history('fr:A first, fr:B material, fr:A material, fr:D correction'))
    expect(wordingOf('A', known)).toMatchObject({ madeBy: 'publication 3', isCurrent: true })
    expect(wordingOf('D', known)?.madeBy).toBe('publication 3')
    expect(wordingOf('B', known)).toMatchObject({ madeBy: 'publication 2', isCurrent: false })
    expect(wordingOf('nobody knows', known)).toBeUndefined()
  })
})

describe('counts apart', () => {
  test('are told by the day of the version, its languages and corrections together', () => {
    const known = wordings(
      history('fr:A first, fr:B correction, fr:C material, fr:D material').map(each => ({
        ...each,
        publishedAt: each.version === 'B' ? new Date('2026-06-02T23:59:59Z') : each.publishedAt,
      })),
    )
    const groups = [
      { letterVersion: 'A', signatures: 3 },
      { letterVersion: 'B', signatures: 4 },
      { letterVersion: 'C', signatures: 1 },
    ]
    expect(earlierCounts(groups, known)).toEqual([
      { publishedOn: '2026-06-03', signatures: 1 },
      { publishedOn: '2026-06-01', signatures: 7 },
    ])
  })
})

describe('a version is found', () => {
  const versions = ['a'.repeat(64), `${'a'.repeat(12)}${'b'.repeat(52)}`].map(version => ({
    version,
  }))

  test('by its hash, or by its first 12 digits: the newest of them', () => {
    expect(findVersion(versions, 'a'.repeat(64))).toBe(versions[0])
    expect(findVersion(versions, 'a'.repeat(12))).toBe(versions[1])
  })

  test.each(['', 'a', 'a'.repeat(11), 'A'.repeat(12), 'a'.repeat(65), '../../etc', '%', 'é'])(
    'not by %j',
    hash => {
      expect(findVersion(versions, hash)).toBeUndefined()
    },
  )

  test('the latest is that of the language', () => {
    const known = history('fr:A first, en:X first, fr:B material')
    expect(latestVersion(known, 'en')?.version).toBe('X')
    expect(latestVersion(known, 'eo')).toBeUndefined()
  })
})
