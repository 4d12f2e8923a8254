import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { renewSite } from '../../../bin/support/site-process.ts'

/** Fake of the process of the site, which answers each renewal so. */
function aSite(answer: (site: EventEmitter) => void) {
  const site = new EventEmitter() as ChildProcess
  site.send = () => {
    answer(site)
    return true
  }
  return site
}

test('however often it is renewed, nothing of it is left behind', async () => {
  const site = aSite(one => {
    one.emit('message', { something: 'else' })
    one.emit('message', { renewed: true, failed: null })
  })
  for (let time = 0; time < 12; time += 1) expect(await renewSite(site)).toBe('')
  expect([site.listenerCount('exit'), site.listenerCount('message')]).toEqual([0, 0])
})

test('what failed is said, and that the site ended', async () => {
  const failed = 'The server could not start.'
  const sulky = aSite(one => one.emit('message', { renewed: false, failed }))
  expect(await renewSite(sulky)).toBe(failed)
  const dying = aSite(one => one.emit('exit', null, 'SIGKILL'))
  expect(await renewSite(dying)).toBe('The site ended meanwhile.')
})
