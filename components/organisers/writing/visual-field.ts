/** What a button of the visual editor makes of the words that are marked, or of the paragraph of the cursor. */
export const SHAPES = [
  'bold',
  'italic',
  'link',
  'heading',
  'subheading',
  'list',
  'numbers',
  'quote',
] as const

export type Shape = (typeof SHAPES)[number]

/** The link at the cursor, and whether words are marked that could become one. */
export type LinkThere = { href: string | null; hasWords: boolean }

/** A text field whose person sees the text as it will look. */
export type VisualField = {
  focus: () => void
  /** Gives the words their shape, or takes it away; a link is asked for beforehand. */
  shape: (shape: Exclude<Shape, 'link'>) => void
  /** Links the marked words, or `words` where none are marked; null takes the link away. */
  link: (href: string | null, words: string) => void
  undo: () => void
  redo: () => void
  shapes: () => ReadonlySet<Shape>
  linkThere: () => LinkThere
  /** Whether there is something to undo and to redo. */
  past: () => { undo: boolean; redo: boolean }
}

/** Why a text stays a text field; null where it opened. */
export type Declined = 'not-allowed' | 'not-kept' | null

/** What the place of a field needs from the text field under it. */
export type VisualFieldOptions = {
  place: HTMLElement
  source: string
  attributes: Record<string, string>
  /** The text in Markdown, each time that it changes. */
  onWrite: (markdown: string) => void
  /** The cursor has come, or stands elsewhere. */
  onMove: (field: VisualField) => void
  /** Control+K: a link is asked for. */
  onLink: (field: VisualField) => void
  /** Alt+F10: to the buttons, as in other editors. */
  onTools: () => void
}

/** The part that is fetched when somebody asks for it: visual-editor.ts. */
export type OpenVisualField = (
  options: VisualFieldOptions,
) => { declined: NonNullable<Declined> } | { declined: null; field: VisualField; close: () => void }
