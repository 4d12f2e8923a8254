import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findCircles } from './support/checks/import-circles.ts'
import { readProject } from './support/checks/project-sources.ts'

/**
 * The rooms of lib in layers, lowest first: a room may import rooms of the layers below it and none
 * beside or above it, types included (docs/decisions/0035-rooms-in-layers.md).
 */
const LAYERS = [
  ['env', 'process'],
  ['time', 'text', 'geography', 'isolation', 'monitoring'],
  ['log'],
  ['database', 'content'],
  ['backup'],
  ['security', 'access', 'files'],
  ['audit', 'suppression', 'instances'],
  ['organisers', 'approvals', 'settings', 'campaign', 'webhooks', 'news'],
  ['versions'],
  ['signatures'],
  ['moderation', 'paper', 'broadcasts', 'retention', 'editing'],
  ['mail', 'exports'],
  ['delivery', 'overview'],
  ['jobs', 'open-data', 'sharing', 'signatory-data'],
]

const layerOf = new Map(LAYERS.flatMap((rooms, layer) => rooms.map(room => [room, layer] as const)))

const sources = readProject()

test('every room of lib is in one layer', () => {
  const rooms = readdirSync('lib').map(name => name.replace(/\.ts$/, ''))
  expect(rooms.sort()).toEqual([...layerOf.keys()].sort())
})

test('a room imports rooms of the layers below it, and none beside or above it', () => {
  const upward = sources.flatMap(({ file, imports }) =>
    imports
      .filter(target => isUpward(roomOf(file), roomOf(target)))
      .map(target => `${file} imports ${target}`),
  )
  expect(upward).toEqual([])
})

test('no files import each other in a circle, not even for types', () => {
  const product = sources.filter(({ file }) => !file.startsWith('tests/'))
  expect(findCircles(product)).toEqual([])
})

function roomOf(path: string) {
  const [folder, room = ''] = path.split('/')
  return folder === 'lib' ? room.replace(/\.ts$/, '') : null
}

function isUpward(from: string | null, to: string | null) {
  if (from === null || to === null || from === to) return false
  return (layerOf.get(to) ?? 0) >= (layerOf.get(from) ?? 0)
}
