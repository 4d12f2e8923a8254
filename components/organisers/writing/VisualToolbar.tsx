import { type KeyboardEvent, useState, useSyncExternalStore } from 'react'
import styles from '#components/organisers/common/Toolbar.module.css'
import type { CurrentField } from './current-field.ts'
import type { Shape, VisualField } from './visual-field.ts'
import type { WritingWords } from './writing-words.ts'

type Tool = Shape | 'undo' | 'redo'

const TOOLS: { tool: Tool; sign: string; keys?: string }[] = [
  { tool: 'bold', sign: 'B', keys: 'Control+B' },
  { tool: 'italic', sign: 'I', keys: 'Control+I' },
  { tool: 'link', sign: '↗', keys: 'Control+K' },
  { tool: 'heading', sign: 'H' },
  { tool: 'subheading', sign: 'h' },
  { tool: 'list', sign: '•' },
  { tool: 'numbers', sign: '' },
  { tool: 'quote', sign: '“' },
  { tool: 'undo', sign: '↶', keys: 'Control+Z' },
  { tool: 'redo', sign: '↷', keys: 'Control+Y' },
]

type VisualToolbarProps = {
  current: CurrentField
  onLink: (field: VisualField) => void
  words: WritingWords
}

/**
 * Buttons that shape the words of the field in which the cursor is, or was last: one stop of the Tab key, arrows
 * between them, Escape back to the text (toolbar of the ARIA Authoring Practices).
 */
export function VisualToolbar({ current, onLink, words }: VisualToolbarProps) {
  const { field } = useSyncExternalStore(current.subscribe, current.get, current.get)
  const [stop, setStop] = useState(0)
  const pressed = field?.shapes()
  const use = (tool: Tool) => {
    if (!field) return
    if (tool === 'link') onLink(field)
    else if (tool === 'undo' || tool === 'redo') field[tool]()
    else field.shape(tool)
  }
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') field?.focus()
    const next = nextStop(event, stop)
    if (next === null) return
    event.preventDefault()
    setStop(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div role="toolbar" aria-label={words.marks.toolbar} className={styles.bar} onKeyDown={move}>
      {TOOLS.map(({ tool, sign, keys }, at) => (
        <button
          key={tool}
          type="button"
          className={styles[tool] ?? styles.mark}
          title={nameOf(tool, words)}
          aria-label={nameOf(tool, words)}
          aria-pressed={
            tool === 'undo' || tool === 'redo' ? undefined : pressed?.has(tool) === true
          }
          aria-disabled={isIdle(tool, field)}
          aria-keyshortcuts={keys}
          tabIndex={at === stop ? 0 : -1}
          onFocus={() => setStop(at)}
          // The cursor stays in the text, with what was begun there.
          onMouseDown={event => event.preventDefault()}
          onClick={() => use(tool)}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
      <span className={styles.where}>
        {words.marks.where}. {words.keys}
      </span>
    </div>
  )
}

function nameOf(tool: Tool, { marks, tools }: WritingWords) {
  return { ...marks, ...tools }[tool]
}

function isIdle(tool: Tool, field: VisualField | null) {
  if (!field) return true
  return tool === 'undo' || tool === 'redo' ? !field.past()[tool] : undefined
}

/** Which button an arrow leads to; in a page that reads from the right, arrows do as well. */
function nextStop({ key, currentTarget }: KeyboardEvent<HTMLElement>, stop: number) {
  const isReversed = getComputedStyle(currentTarget).direction === 'rtl'
  const [forward, back] = isReversed ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === forward) return (stop + 1) % TOOLS.length
  if (key === back) return (stop + TOOLS.length - 1) % TOOLS.length
  if (key === 'Home') return 0
  return key === 'End' ? TOOLS.length - 1 : null
}
