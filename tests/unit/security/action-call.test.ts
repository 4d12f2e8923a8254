import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeCall, judgeForm, type KnownActions } from '#lib/security/action-call.ts'

const ACTIONS: KnownActions = {
  aa: ['locale', 'form'],
  bb: ['locale', 'text', 'state', 'form'],
  cc: ['locale', 'data'],
  dd: [],
  ee: ['locale', 'text', 'state'],
}

function formOf(fields: Record<string, string | Blob>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

describe('what our pages send is fine', () => {
  test.each<[string, string]>([
    ['aa', '["fr","$K1"]'],
    ['bb', '["en","/x",{"values":{"a":"$$5"},"error":"$undefined"},"$K1"]'],
    ['bb', '["en","",null,"$K1f"]'],
    ['cc', '["fr",{"id":"x","response":{"list":[1,true,null]}}]'],
    ['bb', '["en","",null,"$K1"]'],
    ['ee', '["fr","x"]'],
    ['ee', '["fr","x",{"done":true},"$K3"]'],
    ['dd', '[]'],
    ['dd', '["$K1"]'],
  ])('%s %s', (id, sent) => {
    expect(judgeCall(id, sent, ACTIONS)).toBe('fine')
    expect(judgeCall(id, formOf({ 0: sent, _1_name: 'Camille' }), ACTIONS)).toBe('fine')
  })

  test('a form without a script, with what was bound to it', () => {
    const bound = { $ACTION_REF_1: '', '$ACTION_1:1': '["fr","/",{}]', $ACTION_KEY: 'k', name: 'C' }
    const reference = (id: string) => ({ '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }) })
    expect(judgeForm(formOf({ ...bound, ...reference('bb') }), ACTIONS)).toBe('fine')
    expect(judgeForm(formOf({ ...bound, ...reference('zz') }), ACTIONS)).toBe('unknown-action')
    expect(judgeForm(formOf({ ...bound, ...reference('cc') }), ACTIONS)).toBe('fine')
    expect(judgeForm(formOf({ ...bound, ...reference('__proto__') }), ACTIONS)).toBe(
      'unknown-action',
    )
    expect(judgeForm(formOf({ $ACTION_ID_dd: '' }), ACTIONS)).toBe('fine')
  })

  test('a button with an action of its own within a form that has one: each must be known', () => {
    const start = { $ACTION_ID_dd: '' }
    const pressed = (id: string) => ({
      ...start,
      $ACTION_REF_2: '',
      '$ACTION_2:0': JSON.stringify({ id, bound: '$@1' }),
      '$ACTION_2:1': '["fr","/",{}]',
    })
    expect(judgeForm(formOf(pressed('bb')), ACTIONS)).toBe('fine')
    expect(judgeForm(formOf(pressed('zz')), ACTIONS)).toBe('unknown-action')
    expect(judgeForm(formOf({ ...pressed('bb'), $ACTION_ID_zz: '' }), ACTIONS)).not.toBe('fine')
  })
})

describe('what no page of ours sends is unreadable', () => {
  test.each([
    '["xx","/",{},"$K1"]',
    '["fr","/",{}]',
    '["fr","$F1",{},"$K1"]',
    '["fr","/",{"a":["$@1"]},"$K1"]',
    '["fr","/",{},{"a":1}]',
    '{"0":"fr"}',
    'fr',
  ])('%s', sent => {
    expect(judgeCall('bb', sent, ACTIONS)).toBe('unreadable')
  })

  test.each<[string, Record<string, string | Blob>]>([
    ['no action', { name: 'Camille' }],
    ['two actions', { $ACTION_ID_aa: '', $ACTION_ID_dd: '' }],
    ['a word of React that we do not know', { $ACTION_ID_dd: '', $ACTION_X: '' }],
    ['nothing bound', { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"aa","bound":"$@1"}' }],
    ['a bound function', { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"aa","bound":"$F1"}' }],
    ['a file', { $ACTION_ID_dd: '', logo: new Blob(['x']) }],
  ])('%s', (_, fields) => {
    expect(judgeForm(formOf(fields), ACTIONS)).toBe('unreadable')
  })
})

test('an action is one of the list, and no property of it', () => {
  for (const id of ['', 'zz', 'constructor', '__proto__', 'toString'])
    expect(judgeCall(id, '[]', ACTIONS)).toBe('unknown-action')
})

test('whatever comes is judged, never thrown at', () => {
  const sent = fc.oneof(fc.string(), fc.json({ maxDepth: 20 }))
  const names = fc.constantFrom('0', '_1_a', '$ACTION_REF_1', '$ACTION_1:0', '$ACTION_1:1', 'a')
  fc.assert(
    fc.property(
      fc.dictionary(names, sent),
      fc.constantFrom('aa', 'bb', 'cc'),
      sent,
      (fields, id, text) => {
        const judgements = ['fine', 'unreadable', 'unknown-action']
        expect(judgements).toContain(judgeForm(formOf(fields), ACTIONS))
        expect(judgements).toContain(judgeCall(id, formOf(fields), ACTIONS))
        expect(judgements).toContain(judgeCall(id, text, ACTIONS))
      },
    ),
  )
})
