/** A drawing, redrawn from nothing but shapes, lengths and colours. */
export type Drawing = {
  /** What stands within the `svg` element. */
  inner: string
  viewBox: [x: number, y: number, width: number, height: number]
  /** What its shapes are filled with where they say nothing. */
  fill: string
}

/** Largest file of a drawing, in bytes: a form that brings one is taken whole. */
export const LARGEST_DRAWING_BYTES = 48 * 1024

export const MOST_SHAPES = 2_000

/** What may be wrong with a drawing. */
export type DrawingFault = 'not-svg' | 'too-large' | 'too-many' | 'empty' | 'no-size'

export class DrawingError extends Error {
  readonly fault: DrawingFault

  constructor(fault: DrawingFault) {
    super(fault)
    this.fault = fault
  }
}

const DEEPEST = 40
const LONGEST_SIDE = 10_000

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?(px|%)?$/i
const NUMBERS = /^[\d\s,.eE+-]*$/
const COLOUR = /^(#[\da-f]{3,8}|[a-z]{3,30}|rgba?\([\d\s,.%/]+\)|url\(#[a-z][\w-]{0,63}\))$/i
const WORD = /^[a-zA-Z]{1,30}$/

// What parts two steps is looked at once: a long row of blanks costs no more than its length.
const TRANSFORM = /^\s*((matrix|translate|scale|rotate|skewX|skewY)\([\d\s,.eE+-]*\)[\s,]*)*$/

/** All attributes that are kept, and what they may hold; no other is. A map: who draws may name one `constructor`. */
const ATTRIBUTES = new Map<string, RegExp>([
  ['id', /^[a-z][\w-]{0,63}$/i],
  ['d', /^[MmLlHhVvCcSsQqTtAaZz\d\s,.eE+-]*$/],
  ['points', NUMBERS],
  ['stroke-dasharray', /^(none|[\d\s,.]+)$/],
  ['transform', TRANSFORM],
  ['gradientTransform', TRANSFORM],
  ['clip-path', /^url\(#[a-z][\w-]{0,63}\)$/i],
  ...each('fill stroke stop-color color', COLOUR),
  ...each('x y width height cx cy r rx ry x1 y1 x2 y2 fx fy offset', NUMBER),
  ...each('opacity fill-opacity stroke-opacity stop-opacity', NUMBER),
  ...each('stroke-width stroke-miterlimit stroke-dashoffset', NUMBER),
  ...each('stroke-linecap stroke-linejoin fill-rule clip-rule', WORD),
  ...each('gradientUnits clipPathUnits spreadMethod', WORD),
])

const SHAPES = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']

/** All elements that are kept; others go with all they hold. No text, no picture, no style, nothing that leads elsewhere. */
const ELEMENTS = new Set([
  ...SHAPES,
  ...['g', 'defs', 'linearGradient', 'radialGradient', 'stop', 'clipPath'],
])

/** Comments, declarations, CDATA, and tags with their attributes in quotes. */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![^>[]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Reads an SVG and draws it anew from a list of what may stand in one: no script, style sheet, text, picture, foreign
 * content, event, entity or address can come through, since nothing is passed on that is not on the list.
 * @throws DrawingError where it is no well-formed SVG, too large, or shows nothing
 */
export function redrawSvg(source: string): Drawing {
  if (Buffer.byteLength(source) > LARGEST_DRAWING_BYTES) {
    throw new DrawingError('too-large')
  }
  const reading: Reading = { open: [], skipped: null, root: null, out: [], shapes: 0 }
  for (const [token, end, name, attributes = '', isEmpty] of source.matchAll(TOKEN)) {
    if (name) readTag(reading, { name, attributes, isEnd: end === '/', isEmpty: isEmpty === '/' })
    else if (token === '<') throw new DrawingError('not-svg')
  }
  const { root, open, shapes, out } = reading
  if (!root || open.length > 0) throw new DrawingError('not-svg')
  if (shapes === 0) throw new DrawingError('empty')
  return { inner: out.join(''), viewBox: viewBoxOf(root), fill: root.get('fill') ?? 'currentColor' }
}

/** A drawing as an SVG file, its `currentColor` in a colour where one is given. */
export function svgOf({ inner, viewBox, fill }: Drawing, colour: string | null, style = '') {
  const [, , width, height] = viewBox
  const ink = colour === null ? '' : ` color="${colour}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox.join(' ')}" width="${width}" height="${height}"${ink} fill="${fill}">${style}${inner}</svg>`
}

type Attributes = Map<string, string>
type Tag = { name: string; attributes: string; isEnd: boolean; isEmpty: boolean }
type Reading = {
  open: string[]
  /** How deep the element lies that is left out with all it holds. */
  skipped: number | null
  root: Attributes | null
  out: string[]
  shapes: number
}

function readTag(reading: Reading, tag: Tag) {
  if (tag.isEnd) return close(reading, tag.name)
  if (!reading.root) return openRoot(reading, tag)
  if (reading.open.length === 0 || reading.open.length >= DEEPEST) {
    throw new DrawingError('not-svg')
  }
  const isKept = reading.skipped === null && ELEMENTS.has(tag.name)
  if (isKept) draw(reading, tag)
  if (tag.isEmpty) return
  if (!isKept) reading.skipped ??= reading.open.length
  reading.open.push(tag.name)
}

function openRoot(reading: Reading, { name, attributes, isEmpty }: Tag) {
  if (name !== 'svg' || isEmpty) throw new DrawingError('not-svg')
  reading.root = allAttributes(attributes)
  for (const [attribute, value] of reading.root) {
    if (attribute === 'fill' && !COLOUR.test(value)) reading.root.delete('fill')
  }
  reading.open.push(name)
}

function draw(reading: Reading, { name, attributes, isEmpty }: Tag) {
  if (SHAPES.includes(name)) reading.shapes += 1
  if (reading.shapes > MOST_SHAPES) {
    throw new DrawingError('too-many')
  }
  const kept = [...allAttributes(attributes)]
    .filter(([attribute, value]) => ATTRIBUTES.get(attribute)?.test(value))
    .map(([attribute, value]) => ` ${attribute}="${value}"`)
  reading.out.push(`<${name}${kept.join('')}${isEmpty ? '/' : ''}>`)
}

function close(reading: Reading, name: string) {
  if (reading.open.pop() !== name) throw new DrawingError('not-svg')
  const depth = reading.open.length
  if (reading.skipped === null && depth > 0) reading.out.push(`</${name}>`)
  if (reading.skipped === depth) reading.skipped = null
}

/** Attributes, and what stands in `style` as attributes of its own, which it overrides. */
function allAttributes(text: string): Attributes {
  const attributes: Attributes = new Map()
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name, (double ?? single ?? '').trim())
  }
  const style = attributes.get('style') ?? ''
  for (const declaration of style.split(';')) {
    const [name = '', value = ''] = declaration.split(':').map(part => part.trim())
    if (name && value) attributes.set(name, value)
  }
  return attributes
}

function viewBoxOf(root: Attributes): Drawing['viewBox'] {
  const box = (root.get('viewBox') ?? '').split(/[\s,]+/).map(Number)
  const size = ['width', 'height'].map(side => Number.parseFloat(root.get(side) ?? ''))
  const [x = 0, y = 0, width = 0, height = 0] = box.length === 4 ? box : [0, 0, ...size]
  const isFine = [x, y].every(Number.isFinite) && [width, height].every(isLength)
  if (!isFine) throw new DrawingError('no-size')
  return [x, y, width, height]
}

function isLength(length: number) {
  return length >= 1 && length <= LONGEST_SIDE
}

function each(names: string, pattern: RegExp) {
  return names.split(' ').map(name => [name, pattern] as const)
}
