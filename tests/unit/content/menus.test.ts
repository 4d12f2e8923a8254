import { expect, test } from 'vitest'
import { menuIn, readMenus } from '#lib/content/menus.ts'
import { pageNames } from '#lib/content/page.ts'
import { edit, mistakes, projectCopy, write } from './project-copy.ts'

test('every page of content/pages is in a menu, in the order of the file', () => {
  const { letter, site } = readMenus()
  expect([...letter, ...site].sort()).toEqual(pageNames())
  expect(menuIn('en', 'letter').map(({ name }) => name)).toEqual(letter)
  expect(menuIn('fr', 'site')[0]).toMatchObject({ name: 'privacy', title: 'Vos données' })
})

test('Amina adds a page, and forgets the menu: the page is named', () => {
  const root = projectCopy()
  write(root, 'content/pages/events/fr.md', '---\ntitle: Où\ndescription: Où\n---\nIci.\n')
  write(root, 'content/pages/events/en.md', '---\ntitle: Where\ndescription: Where\n---\nHere.\n')
  expect(mistakes(root)).toEqual([
    'content/pages.yaml: events is in no menu; content/pages/events is there.',
  ])
  edit(root, 'content/pages.yaml', '  - press', '  - press\n  - events')
  expect(mistakes(root)).toEqual([])
})

test('a page that stands in two menus, and one that is not written, are named', () => {
  const root = projectCopy()
  edit(root, 'content/pages.yaml', '  - legal', '  - legal\n  - press\n  - contact')
  expect(mistakes(root)).toEqual([
    'content/pages.yaml: press stands there twice.',
    'content/pages.yaml: there is no content/pages/contact.',
  ])
})
