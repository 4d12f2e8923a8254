import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { ContentError } from './content-error.ts'
import { yamlMistakes } from './yaml-mistakes.ts'

/** What a setting may hold. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | YamlValue[]
  | { [key: string]: YamlValue }

/** One setting: where it stands, from the top, and what it shall be; undefined takes it away. */
export type YamlEdit = { at: string[]; value: YamlValue | undefined }

/** The file as its writer laid it out: no line is broken anew, `[a, b]` stays as it is. */
const LAYOUT = { lineWidth: 0, flowCollectionPadding: false }

/**
 * Changes settings in a YAML file, and nothing else: its comments, its order and every other value stay.
 * @param source null where there is no file yet
 * @param file named in what is wrong
 * @throws ContentError where the file cannot be read, or says something once for several places (`&`, `*`)
 */
export function editYaml(source: string | null, edits: YamlEdit[], file = 'content'): string {
  const text = (source ?? '').replace(/^\uFEFF/, '')
  const document = parseDocument(text)
  refuseUneditable(document, file)
  for (const edit of edits) apply(document, edit, file)
  quoteIndented(document)
  const edited = document.toString(LAYOUT)
  return text.includes('\r\n') ? edited.replaceAll('\n', '\r\n') : edited
}

/** New texts of several lines that begin with a space: as a block, the library loses it where there is nothing else. */
function quoteIndented(document: Document) {
  visit(document, {
    Scalar(_, node) {
      const isNew = node.source === undefined
      if (isNew && typeof node.value === 'string' && /^\s.*\n|^\n/s.test(node.value))
        node.type = Scalar.QUOTE_DOUBLE
    },
  })
}

function refuseUneditable(document: Document, file: string) {
  const mistakes = yamlMistakes(document, file)
  if (mistakes.length > 0) throw new ContentError(mistakes)
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && !node.anchor) return
      throw new ContentError([{ file, code: 'anchors' }])
    },
  })
}

function apply(document: Document, { at, value }: YamlEdit, file: string) {
  if (value === undefined) {
    if (document.hasIn(at)) document.deleteIn(at)
    return
  }
  makeRoom(document, at, file)
  const former = at.length > 0 ? document.getIn(at, true) : document.contents
  const node = merged(document, isNode(former) ? former : null, value)
  if (at.length > 0) document.setIn(at, node)
  else document.contents = node as typeof document.contents
}

/** Above a setting stand tables. One that nobody wrote anything into holds nothing; what is none is left to hands. */
function makeRoom(document: Document, at: string[], file: string) {
  for (const depth of at.keys()) {
    const place = at.slice(0, depth)
    const above = depth > 0 ? document.getIn(place, true) : document.contents
    if (!isScalar(above)) continue
    if (above.value !== null) {
      throw new ContentError([{ file, place, code: 'no-table' }])
    }
    const table = document.createNode({})
    if (depth > 0) document.setIn(place, table)
    else document.contents = table as typeof document.contents
  }
}

/** The former node where it can hold the value, so that comments in it and after it stay; else a new one. */
function merged(document: Document, former: Node | null, value: YamlValue): Node {
  if (isSeq(former) && Array.isArray(value)) return mergedList(document, former, value)
  if (isMap(former) && isTable(value)) return mergedTable(document, former, value)
  if (isScalar(former) && !isCollection(value)) return mergedScalar(former, value)
  const node = document.createNode(value)
  if (former) Object.assign(node, { commentBefore: former.commentBefore, comment: former.comment })
  return node
}

function mergedScalar(former: Scalar, value: YamlValue) {
  if (former.value === value) return former
  // How a number was written (0x1F), or on how many lines a text stood, says nothing of the new value.
  if (!isOnOneLine(former.type) || (typeof value === 'string' && value.includes('\n'))) {
    delete former.type
  }
  former.source = undefined as unknown as string
  former.value = value
  return former
}

function isOnOneLine(type: Scalar['type']) {
  return type !== Scalar.BLOCK_FOLDED && type !== Scalar.BLOCK_LITERAL
}

/** An empty one had no layout. Entries of the same name keep their nodes; the comment above the list stays above it. */
function mergedList(document: Document, list: YAMLSeq, values: YamlValue[]) {
  const former = list.items.filter(isNode)
  const head = takeComment(former[0])
  const left = [...former]
  const items = values.map(value => {
    const place = left.findIndex(node => nameOf(node.toJS(document)) === nameOf(value))
    return merged(document, place < 0 ? null : (left.splice(place, 1)[0] ?? null), value)
  })
  if (former.length === 0) list.flow = false
  list.items = items
  putComment(items[0] ?? list, head)
  return list
}

function mergedTable(document: Document, table: YAMLMap, values: Record<string, YamlValue>) {
  const pairs = table.items as Pair<Node, Node | null>[]
  const head = takeComment(pairs[0]?.key)
  if (pairs.length === 0) table.flow = false
  table.items = Object.entries(values).map(([key, value]) => {
    const pair = pairs.find(each => isScalar(each.key) && String(each.key.value) === key)
    if (!pair) return document.createPair(key, value)
    pair.value = merged(document, pair.value, value)
    return pair
  })
  putComment((table.items[0]?.key as Node | undefined) ?? table, head)
  return table
}

function takeComment(node: Node | undefined) {
  const comment = node?.commentBefore
  if (node) node.commentBefore = null
  return comment
}

function putComment(node: Node, comment: string | null | undefined) {
  if (comment) node.commentBefore = [comment, node.commentBefore].filter(Boolean).join('\n')
}

/** By what an entry of a list is known again: itself, or its name. */
function nameOf(value: unknown) {
  return isTable(value) ? value.name : value
}

function isCollection(value: YamlValue) {
  return typeof value === 'object' && value !== null
}

function isTable(value: unknown): value is Record<string, YamlValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
