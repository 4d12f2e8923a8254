import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_RULES, parseRuleList } from '#lib/signatures/rules/parse-rule-list.ts'

const parsed = (text: string) => {
  const list = parseRuleList(text)
  return list.outcome === 'parsed' ? list.rules : list
}

const faultOf = (line: string) => {
  const list = parseRuleList(line)
  return list.outcome === 'refused' ? list.faults[0]?.fault : list.outcome
}

describe('a list of rules', () => {
  test('is read a line each, with remarks, blanks and the line ends of any system', () => {
    expect(
      parsed('# a farm\r\nFarm.Example\r\n\r\n203.0.113.7 # its server\n@*.spam.example'),
    ).toEqual([
      { target: 'domain', pattern: 'farm.example' },
      { target: 'network', pattern: '203.0.113.7/32' },
      { target: 'domain', pattern: '*.spam.example' },
    ])
  })

  test.each([
    ['203.0.113.77/24', '203.0.113.0/24'],
    ['2001:db8:1:2::7/48', '2001:db8:1::/48'],
    ['2001:DB8::1', '2001:db8::1/128'],
  ])('the network %s is %s', (typed, pattern) => {
    expect(parsed(typed)).toEqual([{ target: 'network', pattern }])
  })

  test('holds of an address only its hash, whatever its tag', () => {
    const [one] = parsed('Idris@example.org') as { pattern: string }[]
    const [other] = parsed('idris+42@example.org') as { pattern: string }[]
    expect(one).toMatchObject({ target: 'address' })
    expect(one?.pattern).not.toContain('idris')
    expect(other).toEqual(one)
  })

  test.each([
    ['farm', 'unreadable'],
    ['farm .example', 'unreadable'],
    ['.example', 'unreadable'],
    ['https://farm.example/', 'unreadable'],
    ['10.1/16', 'unreadable'],
    ['0x0a000000/8', 'unreadable'],
    ['203.0.113.0/33', 'unreadable'],
    ['203.0.113.0/-1', 'unreadable'],
    ['somebody@', 'unreadable'],
    ['::ffff:203.0.113.7', 'unreadable'],
    ['0.0.0.0/0', 'too-wide'],
    ['::/0', 'too-wide'],
    ['10.0.0.0/8', 'too-wide'],
    ['*.org', 'too-wide'],
    ['*.*', 'too-wide'],
    ['example.*', 'too-wide'],
    ['*.co.uk', 'too-wide'],
    ['co.uk', 'too-wide'],
    ['a*.org', 'too-wide'],
    ['gmail.com', 'provider'],
    ['orange.fr', 'provider'],
    ['', 'empty'],
    ['# nothing', 'empty'],
  ])('%j is refused: %s', (line, fault) => {
    expect(faultOf(line)).toBe(fault)
  })

  test('one line that does not parse refuses all of it, and every such line is named', () => {
    expect(parseRuleList('farm.example\nnot a domain\n203.0.113.0/24\n*.com')).toEqual({
      outcome: 'refused',
      faults: [
        { line: 2, fault: 'unreadable' },
        { line: 4, fault: 'too-wide' },
      ],
    })
  })

  test('has an end', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `farm-${at}.example`)
    expect(parsed(lines(MOST_RULES).join('\n'))).toHaveLength(MOST_RULES)
    expect(parseRuleList(lines(MOST_RULES + 1).join('\n'))).toEqual({ outcome: 'too-many' })
    expect(parseRuleList('x'.repeat(10_000_000))).toEqual({ outcome: 'too-many' })
  })

  test('whatever somebody pastes, it is read or refused, and what is read is read again as itself', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.domain(),
      fc.ipV4(),
      fc.ipV6(),
      fc.emailAddress(),
      fc.stringMatching(/^[*a-z.]{0,20}$/),
      fc.stringMatching(/^[0-9a-f.:]{0,20}\/[0-9]{1,3}$/),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), lines => {
        const list = parseRuleList(lines.join('\n'))
        if (list.outcome !== 'parsed') return
        for (const { target, pattern } of list.rules) {
          if (target !== 'address') expect(parsed(pattern)).toEqual([{ target, pattern }])
        }
      }),
    )
  })
})
