import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyedHashOfNetwork, networksWithin, widestNetwork } from '#lib/security/client-network.ts'
import { parseRuleList } from '#lib/signatures/rules/parse-rule-list.ts'
import {
  type ActiveRule,
  activeRule,
  isDomainMatch,
  type RuleTerms,
  verdictOf,
} from '#lib/signatures/rules/signing-rules.ts'

const NOW = new Date('2026-11-30T12:00:00Z')
const LATER = new Date('2026-11-30T12:00:01Z')

const parsed = (text: string) => {
  const list = parseRuleList(text)
  return list.outcome === 'parsed' ? list.rules : list
}

function rule(given: Partial<RuleTerms>): ActiveRule {
  return activeRule({
    id: 'rule',
    effect: 'block',
    target: 'domain',
    pattern: 'farm.example',
    holdReason: null,
    endsAt: null,
    ...given,
  })
}

const somebody = { email: 'robot@farm.example', networkHash: null }

describe('a domain', () => {
  test.each([
    ['farm.example', 'farm.example', true],
    ['farm.example', 'a.farm.example', false],
    ['*.farm.example', 'a.farm.example', true],
    ['*.farm.example', 'a.b.farm.example', true],
    ['*.farm.example', 'farm.example', false],
    ['farm*.example', 'farm7.example', true],
    ['farm*.example', 'farm.example', false],
    ['farm*farm.example', 'farmfarm.example', false],
    ['*.farm.example', 'a.farm.example.org', false],
    ['f*m*.example', 'farmers.example', true],
  ])('%s means %s: %s', (pattern, domain, isMeant) => {
    expect(isDomainMatch(pattern, domain)).toBe(isMeant)
  })

  test('means what the same pattern means as a regular expression', () => {
    const text = fc.stringMatching(/^[ab.]{0,8}$/)
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (parts, domain) => {
        const expression = new RegExp(
          `^${parts.map(part => part.replaceAll('.', String.raw`\.`)).join('.+')}$`,
        )
        expect(isDomainMatch(parts.join('*'), domain)).toBe(expression.test(domain))
      }),
    )
  })

  test('with a hundred wildcards costs nothing', () => {
    expect(isDomainMatch('*a'.repeat(100), `${'a'.repeat(250)}b`)).toBe(false)
  })
})

describe('a network', () => {
  test('holds the widest networks within it, as signatures keep them', () => {
    expect(networksWithin('203.0.113.0/24')).toEqual(['203.0.113.0/24'])
    expect(networksWithin('203.0.0.0/16')).toHaveLength(256)
    expect(networksWithin('2001:db8:100::/40')).toHaveLength(256)
    expect(networksWithin('203.0.113.7/32')).toEqual([])
    expect(networksWithin('2001:db8::/32')).toEqual([])
  })

  test('any client within it is known by the hash of her network', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(octet, octet, fc.integer({ min: 16, max: 24 }), (third, fourth, bits) => {
        const network = `203.0.${third}.0/${bits}`
        const networkHash = keyedHashOfNetwork(widestNetwork(`203.0.${third}.${fourth}`))
        const [pattern] = parsed(network) as { pattern: string }[]
        const block = rule({ target: 'network', pattern: pattern?.pattern ?? '' })
        expect(verdictOf([block], { ...somebody, networkHash }, NOW).isBlocked).toBe(true)
      }),
    )
  })

  test('one that is smaller knows whose form came from it by the rule alone', () => {
    const block = rule({ target: 'network', pattern: '203.0.113.7/32' })
    const networkHash = keyedHashOfNetwork('203.0.113.0/24')
    expect(verdictOf([block], { ...somebody, networkHash }, NOW).isBlocked).toBe(false)
    const fromThere = { ...somebody, networkHash, networkRules: ['rule'] }
    expect(verdictOf([block], fromThere, NOW).isBlocked).toBe(true)
  })
})

describe('what the rules say together', () => {
  const block = rule({ effect: 'block' })
  const exempt = rule({ effect: 'exempt' })
  const sweep = rule({ effect: 'hold', holdReason: 'domain_burst' })

  test('an exemption never beats a block, nor a sweep', () => {
    expect(verdictOf([exempt], somebody, NOW)).toEqual({
      isBlocked: false,
      isExempt: true,
      heldFor: [],
    })
    expect(verdictOf([exempt, block], somebody, NOW)).toMatchObject({
      isBlocked: true,
      isExempt: false,
    })
    expect(verdictOf([exempt, sweep], somebody, NOW).heldFor).toEqual(['domain_burst'])
  })

  test('a rule ends to the millisecond, and says nothing of others', () => {
    const ending = { ...block, endsAt: LATER }
    expect(verdictOf([ending], somebody, NOW).isBlocked).toBe(true)
    expect(verdictOf([ending], somebody, LATER).isBlocked).toBe(false)
    expect(verdictOf([block], { ...somebody, email: 'a@farm.example.org' }, NOW).isBlocked).toBe(
      false,
    )
  })

  test('their order makes no difference', () => {
    const any = fc.array(fc.constantFrom(block, exempt, sweep), { maxLength: 6 })
    fc.assert(
      fc.property(any, rules => {
        expect(verdictOf(rules.toReversed(), somebody, NOW)).toEqual(
          verdictOf(rules, somebody, NOW),
        )
      }),
    )
  })
})
