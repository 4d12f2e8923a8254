import { describe, expect, test } from 'vitest'
import { findSilentDomains } from '#lib/overview/mail/silent-domains.ts'

const SITE = { asked: 1_000, confirmed: 700 }
const hospital = (recent: [number, number], usual: [number, number]) => ({
  domain: 'hospital.example',
  recent: { asked: recent[0], confirmed: recent[1] },
  usual: { asked: usual[0], confirmed: usual[1] },
})

describe('a domain that suddenly stops confirming', () => {
  test.each<[string, [number, number], [number, number], boolean]>([
    ['half of them did, now none', [20, 0], [200, 100], true],
    ['three quarters did, now an eighth', [80, 10], [200, 150], true],
    ['it never wrote before, and the site confirms', [40, 2], [0, 0], true],
    ['as ever', [80, 40], [200, 100], false],
    ['a little less', [80, 20], [200, 100], false],
    ['too few to tell', [19, 0], [200, 100], false],
    ['few of them ever did', [80, 0], [200, 20], false],
  ])('%s', (_, recent, usual, isSilent) => {
    expect(findSilentDomains([hospital(recent, usual)], SITE)).toEqual(
      isSilent ? ['hospital.example'] : [],
    )
  })

  test('on the first day of a campaign nothing is usual yet', () => {
    const nothing = { asked: 0, confirmed: 0 }
    expect(findSilentDomains([hospital([500, 0], [0, 0])], nothing)).toEqual([])
  })
})
