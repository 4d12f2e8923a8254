import { expect, test } from 'vitest'
import { MAY } from '#lib/access/roles.ts'
import {
  CONSOLE_PAGES,
  findConsoleActions,
  findConsolePages,
  OPEN_ACTIONS,
  readConsoleRoutes,
} from '../../support/checks/console-routes.ts'

test('every page and endpoint of the console is written down, and none that is gone', () => {
  expect([...findConsolePages().keys()].sort()).toEqual(Object.keys(CONSOLE_PAGES).sort())
})

test('each asks for the capability that is written down', () => {
  const found = findConsolePages()
  expect(found.size).toBeGreaterThan(30)
  const written = readConsoleRoutes()
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(
      [...found.keys()].map(page => [page, written.get(page)?.capability ?? null]),
    ),
  )
})

test('every action but those on the way in is made by consoleAction, and asks before it runs', () => {
  const actions = [...findConsoleActions()]
  expect(actions.length).toBeGreaterThan(50)
  const open = actions.filter(([, access]) => access === 'open').map(([name]) => name)
  expect(open.sort()).toEqual(OPEN_ACTIONS)
})

test('whoever may press a button may see the page of its room', () => {
  const routes = readConsoleRoutes()
  const offences = [...findConsoleActions().keys()].filter(action => {
    const page = routes.get(action.replace(/actions\.ts#.*/, 'page.tsx'))
    const asked = routes.get(action)
    return page && asked && MAY[asked.capability].some(role => !MAY[page.capability].includes(role))
  })
  expect(offences).toEqual([])
})

test('no action is for those who may only look', () => {
  const watching = [...readConsoleRoutes()].filter(
    ([route, asked]) => route.includes('#') && asked?.capability === 'watch',
  )
  expect(watching).toEqual([])
})
