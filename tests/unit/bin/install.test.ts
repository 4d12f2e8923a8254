import { expect, test } from 'vitest'
import { planInstall } from '../../../bin/support/install.js'

test('a fresh checkout is started with what a site needs, and tested with all', () => {
  expect(planInstall(null, 'new', 'production')).toMatchObject({
    options: ['ci', '--omit=dev'],
    packages: 'production',
  })
  expect(planInstall(null, 'new', 'all')).toMatchObject({
    options: ['ci', '--include=dev'],
    packages: 'all',
  })
})

test('what is there is not installed again', () => {
  expect(planInstall('production list', 'list', 'production')).toBeNull()
  expect(planInstall('all list', 'list', 'production')).toBeNull()
  expect(planInstall('all list', 'list', 'all')).toBeNull()
})

test('the first tests beside a site that may be running add to its packages and take none away', () => {
  expect(planInstall('production list', 'list', 'all')).toMatchObject({
    options: ['install', '--no-save', '--include=dev'],
    packages: 'all',
  })
})

test('after an update there is again what was there before, and nothing more', () => {
  expect(planInstall('production old', 'new', 'production')?.options).toEqual(['ci', '--omit=dev'])
  expect(planInstall('all old', 'new', 'production')?.options).toEqual(['ci', '--include=dev'])
  expect(planInstall('production old', 'new', 'all')?.packages).toBe('all')
})

test('what an earlier version had installed, all of it, counts as all', () => {
  expect(planInstall('0123abcd', 'new', 'production')?.options).toEqual(['ci', '--include=dev'])
})
