import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { addRules } from '#lib/moderation/rules/add-rules.ts'
import { endRule } from '#lib/moderation/rules/end-rule.ts'
import { listRules } from '#lib/moderation/rules/list-rules.ts'
import { networkHash } from '#lib/security/client-network.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { HOLD_REASONS } from '#lib/signatures/trust/hold-reasons.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { beforeAnyRule, confirmLast, FARM, robot } from '../../support/people/farm.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { readAuditEvents } from '../../support/people/organisers.ts'
import { reasonsOf, signAndConfirm } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { details } from '../../support/people/signatories.ts'

const SERVER = '203.0.113.7'

beforeEach(beforeAnyRule)

describe('Léa blocks', () => {
  const block = (list: string, days: number | null = null) =>
    addRules(lea, { effect: 'block', list, reason: 'A farm of robots', days })

  test('a domain: the same page, held, and no mail that teaches', async () => {
    expect(await block(`*.${FARM}\n${FARM}`)).toEqual({ outcome: 'added', rules: 2 })
    await signLetter(robot(1))
    expect(await confirmLast()).toEqual({ outcome: 'confirmed' })
    expect(await reasonsOf(robot(1))).toEqual(['blocked'])
    expect(await deliverMails()).toEqual([])
  })

  test('one address, however it is spelt', async () => {
    await block('robot.1@farm.example')
    await Promise.all([robot(1), robot(2)].map(one => signLetter({ ...one })))
    for (const mail of await deliverMails()) await confirmSignature(tokenIn(mail))
    expect(await reasonsOf(robot(1))).toEqual(['blocked'])
    expect(await reasonsOf(robot(2))).toBe('confirmed')
    expect(JSON.stringify(await listRules())).not.toContain('robot.1')
  })

  test('one server: whose form came from it is held, wherever it is confirmed', async () => {
    await block(SERVER)
    const form = (name: string, email: string) => ({ name, email, consent: 'on' })
    await submitSignature(form('Robot Un', 'robot.1@example.org'), SERVER)
    await submitSignature(form('Noor Haddad', 'noor@example.org'), '203.0.113.8')
    for (const mail of await deliverMails()) await confirmSignature(tokenIn(mail))
    expect(await reasonsOf({ email: 'robot.1@example.org' })).toEqual(['blocked'])
    expect(await reasonsOf({ email: 'noor@example.org' })).toBe('confirmed')
  })

  test('a network: those who had signed before it was blocked too', async () => {
    await signLetter({ ...robot(1), networkHash: networkHash('network', SERVER) })
    await block('203.0.112.0/22')
    await confirmLast()
    expect(await reasonsOf(robot(1))).toEqual(['blocked'])
  })

  test('until it ends, by hand or by its date; once', async () => {
    await block(FARM, 1)
    await signAndConfirm(robot(1), new Date(Date.now() + 24 * HOUR_MS))
    expect(await reasonsOf(robot(1))).toBe('confirmed')
    const [rule] = await listRules()
    expect(await endRule(lea, rule?.id ?? '')).toEqual({ outcome: 'ended' })
    expect(await endRule(lea, rule?.id ?? '')).toEqual({ outcome: 'not-possible' })
    await signAndConfirm(robot(2))
    expect(await reasonsOf(robot(2))).toBe('confirmed')
    const kinds = (await readAuditEvents()).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['rules-added', 'rule-ended']))
  })

  test('a list with one mistake is refused whole; so is one without a reason', async () => {
    expect(await block(`${FARM}\nnonsense`)).toEqual({
      outcome: 'refused',
      faults: [{ line: 2, fault: 'unreadable' }],
    })
    const wish = { effect: 'block', list: FARM, days: null } as const
    expect(await addRules(lea, { ...wish, reason: ' ' })).toEqual({ outcome: 'no-reason' })
    expect(await addRules(lea, { ...wish, effect: 'exempt', reason: 'x' })).toEqual({
      outcome: 'no-end',
    })
    expect(await database.signingRule.count()).toBe(0)
    expect(await readAuditEvents('rules-added')).toEqual([])
  })
})

describe('a hospital of which everybody signs', () => {
  const hospital = 'hospital.example'
  const nurse = details({ name: 'Noor Haddad', email: `noor@${hospital}` })
  const exempt = () =>
    addRules(lea, { effect: 'exempt', list: hospital, reason: 'They rang', days: 3 })

  beforeEach(async () => {
    const staff = Array.from({ length: HOLD_REASONS.domain_burst.threshold }, (_, place) =>
      aSignature({ email: `staff.${place}@${hospital}`, confirmedAt: new Date() }),
    )
    await insertSignatures(database, staff)
  })

  test('is held for its number, unless it is exempted', async () => {
    await signAndConfirm(nurse)
    expect(await reasonsOf(nurse)).toEqual(['domain_burst'])
    await exempt()
    const other = { ...nurse, email: `other@${hospital}` }
    await signAndConfirm(other)
    expect(await reasonsOf(other)).toBe('confirmed')
  })

  test('an exemption lets no imitation pass, and beats no block', async () => {
    await exempt()
    const macron = { ...nurse, name: 'Emmanuel Macron' }
    await signAndConfirm(macron)
    expect(await reasonsOf(macron)).toEqual(['imitation'])
    await addRules(lea, { effect: 'block', list: hospital, reason: 'A leak', days: 1 })
    const other = { ...nurse, email: `other@${hospital}` }
    await signAndConfirm(other)
    expect(await reasonsOf(other)).toContain('blocked')
  })
})
