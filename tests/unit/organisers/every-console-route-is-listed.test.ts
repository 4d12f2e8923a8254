import { expect, test } from 'vitest'
import { askedBy, CONSOLE_ROUTES, findConsoleRoutes } from '../../support/checks/console-routes.ts'

test('every page, endpoint and action of the console is written down, and none that is gone', () => {
  expect([...findConsoleRoutes().keys()].sort()).toEqual(Object.keys(CONSOLE_ROUTES).sort())
})

test('each asks for the capability that is written down', () => {
  const found = findConsoleRoutes()
  expect(found.size).toBeGreaterThan(30)
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries([...found.keys()].map(door => [door, askedBy(door)?.capability ?? null])),
  )
})
