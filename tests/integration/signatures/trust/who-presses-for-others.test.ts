import { beforeEach, describe, expect, test } from 'vitest'
import { retention } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { holdTrend } from '#lib/moderation/hold-trend.ts'
import { PRESS_TREND_FROM, readTrends } from '#lib/moderation/read-trends.ts'
import { addRules } from '#lib/moderation/rules/add-rules.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { networkHash } from '#lib/security/client-network.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import type { SignatureDetails } from '#lib/signatures/signature-details.ts'
import {
  BURST_WINDOW_MINUTES,
  HOLD_REASONS,
  PRESS_BURST,
} from '#lib/signatures/trust/hold-reasons.ts'
import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import { insertSignatures } from '../../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../../support/people/factories/signature.ts'
import { beforeAnyRule } from '../../../support/people/farm.ts'
import { lea } from '../../../support/people/organiser-acts.ts'
import { openOwnSignature, reasonsOf, signatureOf } from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { camille, details } from '../../../support/people/signatories.ts'

const NOW = new Date()
const A_MOMENT_AGO = new Date(NOW.getTime() - MINUTE_MS)
const THERE = '198.51.100.7'
const HASH_OF_THERE = networkHash('network', THERE)
const { networkDays } = retention()
const { threshold } = HOLD_REASONS.press_burst

beforeEach(beforeAnyRule)

/** So many who confirmed there a moment ago, whose forms came in turn from these networks. */
function pressedThere(count: number, networks: string[], confirmedAt = A_MOMENT_AGO) {
  return insertSignatures(
    database,
    Array.from({ length: count }, (_, place) =>
      aSignature({
        networkHash: networks[place % networks.length] ?? null,
        pressNetworkHash: HASH_OF_THERE,
        submittedAt: confirmedAt,
        confirmedAt,
      }),
    ),
  )
}

const networks = (count: number) => Array.from({ length: count }, (_, place) => `network ${place}`)
const MANY = networks(PRESS_BURST.networks * 3)

async function signAndPressThere(person: SignatureDetails) {
  await signLetter(person, NOW)
  const token = tokenIn((await deliverMails()).at(-1))
  expect(await confirmSignature(token, NOW, { clientAddress: THERE })).toEqual({
    outcome: 'confirmed',
  })
  return reasonsOf(person)
}

const someone = (place: number, given: Partial<SignatureDetails> = {}) =>
  details({ name: `Reader ${place}`, email: `reader.${place}@gmail.com`, ...given })

describe('a network that confirms for many others', () => {
  test(`is believed ${threshold} times, then held for a look, with the same page`, async () => {
    await pressedThere(threshold - 1, MANY)
    expect(await signAndPressThere(someone(1, { networkHash: 'home' }))).toBe('confirmed')
    expect(await signAndPressThere(someone(2, { networkHash: 'another' }))).toEqual(['press_burst'])
  })

  test('does not hold who confirms there what she wrote there, nor who confirms elsewhere', async () => {
    await pressedThere(threshold, MANY)
    expect(await signAndPressThere(someone(1, { networkHash: HASH_OF_THERE }))).toBe('confirmed')
    const elsewhere = someone(2, { networkHash: 'home' })
    await signLetter(elsewhere, NOW)
    const token = tokenIn((await deliverMails()).at(-1))
    await confirmSignature(token, NOW, { clientAddress: '203.0.113.9' })
    expect(await reasonsOf(elsewhere)).toBe('confirmed')
  })

  test('is believed again once the window is over', async () => {
    const before = new Date(NOW.getTime() - BURST_WINDOW_MINUTES * MINUTE_MS)
    await pressedThere(threshold, MANY, before)
    expect(await signAndPressThere(someone(1, { networkHash: 'home' }))).toBe('confirmed')
  })

  test('is believed where organisers exempted it', async () => {
    await pressedThere(threshold, MANY)
    const rule = {
      effect: 'exempt' as const,
      list: '198.51.100.0/24',
      reason: 'A hospital.',
      days: 7,
    }
    expect(await addRules(lea, rule, NOW)).toMatchObject({ outcome: 'added' })
    expect(await signAndPressThere(someone(1, { networkHash: 'home' }))).toBe('confirmed')
  })
})

describe('who shares a network', () => {
  test('an office that signs and confirms behind one gateway is no burst', async () => {
    await pressedThere(threshold * 1.5, [HASH_OF_THERE])
    expect(await signAndPressThere(someone(1, { networkHash: 'home' }))).toBe('confirmed')
  })

  test('an office whose forms leave by a few other gateways is none', async () => {
    await pressedThere(threshold * 1.5, networks(PRESS_BURST.networks - 1))
    expect(await signAndPressThere(someone(1, { networkHash: 'home' }))).toBe('confirmed')
  })

  test('a mobile network or a relay, which sends forms as well, is none', async () => {
    await pressedThere(threshold * 1.5, MANY)
    await pressedThere(threshold, [HASH_OF_THERE])
    expect(await signAndPressThere(someone(1, { networkHash: 'home' }))).toBe('confirmed')
  })
})

describe('Léa sees it', () => {
  test('a day of it stands beside networks and domains, and one press holds it', async () => {
    await pressedThere(PRESS_TREND_FROM, MANY)
    await pressedThere(3, [HASH_OF_THERE])
    const { presses } = await readTrends(NOW)
    const day = PRESS_TREND_FROM
    expect(presses).toEqual([{ key: HASH_OF_THERE, hour: day, day, usualDay: 0 }])
    const held = await holdTrend(lea, { pressNetwork: HASH_OF_THERE }, NOW)
    expect(held).toMatchObject({ outcome: 'frozen', rows: day + 3 })
    expect(await database.signingRule.count()).toBe(0)
  })

  test('colleagues who sign on their way and confirm at their desks are nothing unusual', async () => {
    await pressedThere(PRESS_TREND_FROM - 1, MANY)
    expect((await readTrends(NOW)).presses).toEqual([])
  })
})

test(`only a keyed hash of the network is kept, for ${networkDays} days, and goes with who withdraws`, async () => {
  await signAndPressThere({ ...camille, networkHash: 'home' })
  await signAndPressThere(someone(1, { networkHash: 'home' }))
  expect(await signatureOf(camille)).toMatchObject({ pressNetworkHash: HASH_OF_THERE })
  const { id } = await signatureOf(camille)
  await withdrawSignature(await openOwnSignature(camille, NOW), false, NOW)
  expect(await database.signature.findUnique({ where: { id } })).toMatchObject({
    pressNetworkHash: null,
  })
  await enforceRetention(new Date(NOW.getTime() + networkDays * DAY_MS))
  expect(await signatureOf(someone(1))).toMatchObject({ pressNetworkHash: HASH_OF_THERE })
  await enforceRetention(new Date(NOW.getTime() + networkDays * DAY_MS + MINUTE_MS))
  expect(await signatureOf(someone(1))).toMatchObject({ networkHash: null, pressNetworkHash: null })
})
