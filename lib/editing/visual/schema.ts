import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { isLinkAddress } from '#lib/text/markdown-links.ts'

/** Whether blank lines stand between the parts of a list: nothing that is seen, and kept as it was written. */
const isSpread = { isSpread: { default: false } }

const NODES = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block',
    content: 'inline*',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    group: 'block',
    content: 'text*',
    attrs: { depth: { default: 2 } },
    defining: true,
    parseDOM: [
      { tag: 'h1', attrs: { depth: 2 } },
      { tag: 'h2', attrs: { depth: 2 } },
      ...['h3', 'h4', 'h5', 'h6'].map(tag => ({ tag, attrs: { depth: 3 } })),
    ],
    toDOM: ({ attrs }) => [`h${attrs.depth}`, 0],
  },
  bulletList: {
    group: 'block',
    content: 'listItem+',
    attrs: isSpread,
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    attrs: { start: { default: 1 }, ...isSpread },
    parseDOM: [{ tag: 'ol' }],
    toDOM: ({ attrs }) => ['ol', attrs.start === 1 ? {} : { start: attrs.start }, 0],
  },
  listItem: {
    content: 'paragraph block*',
    attrs: isSpread,
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  quote: {
    group: 'block',
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  text: { group: 'inline' },
  lineBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  /** The end of a line of the file, which readers see as a space. */
  lineEnd: {
    group: 'inline',
    inline: true,
    selectable: false,
    toDOM: () => ['span', ' '],
  },
} satisfies Record<string, NodeSpec>

const MARKS = {
  link: {
    attrs: { href: {}, title: { default: null } },
    inclusive: false,
    excludes: 'link foreign',
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: element => {
          const href = element.getAttribute('href') ?? ''
          return isLinkAddress(href) && { href, title: null }
        },
      },
    ],
    toDOM: ({ attrs }) => ['a', { href: attrs.href }, 0],
  },
  foreign: {
    attrs: { language: {}, title: { default: null } },
    inclusive: false,
    excludes: 'link foreign',
    toDOM: ({ attrs }) => ['span', { lang: attrs.language }, 0],
  },
  emphasis: {
    parseDOM: [{ tag: 'i' }, { tag: 'em' }, { tag: '[data-style*="italic"]' }],
    toDOM: () => ['em', 0],
  },
  strong: {
    parseDOM: [
      { tag: 'strong' },
      // Google Docs puts all that is copied into a <b> which says that it is not bold.
      { tag: 'b', getAttrs: element => !/font-weight:\s*normal/.test(styleOf(element)) && null },
      {
        tag: '[data-style*="font-weight"]',
        getAttrs: element => /font-weight:\s*(bold|[6-9]\d\d)/.test(styleOf(element)) && null,
      },
    ],
    toDOM: () => ['strong', 0],
  },
} satisfies Record<string, MarkSpec>

/** All that may be written in content/ (lib/content/blocks.ts), as the visual editor holds it: nothing else can be typed. */
export const schema = new Schema({ nodes: NODES, marks: MARKS })

/** The style of something that was pasted, which is kept as data. */
function styleOf(element: HTMLElement) {
  return element.dataset.style ?? ''
}
