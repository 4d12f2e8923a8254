import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import toolbar from '#components/organisers/common/Toolbar.module.css'
import { MarkdownToolbar } from '#components/organisers/letter/MarkdownToolbar.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { type CurrentField, createCurrentField } from './current-field.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { rememberVisual, wantsVisual } from './remembered-look.ts'
import { VisualToolbar } from './VisualToolbar.tsx'
import type { OpenVisualField, VisualField } from './visual-field.ts'
import type { WritingWords } from './writing-words.ts'

type Writing = {
  /** Opens fields as they will look; null where texts are shown as text, or the editor has not come yet. */
  open: OpenVisualField | null
  current: CurrentField
  askForLink: (field: VisualField) => void
  goToTools: () => void
  words: WritingWords['field']
}

const WritingContext = createContext<Writing | null>(null)

/** What the fields of Markdown share: whether they show text or what it will look like, and the buttons. */
export function useWriting() {
  const writing = use(WritingContext)
  if (!writing) throw new Error('a field of Markdown stands in a WritingRoom')
  return writing
}

/** Fields of Markdown with one row of buttons, as text or, for whoever wants that, as they will look. */
export function WritingRoom({ words, children }: { words: WritingWords; children: ReactNode }) {
  const [isAwake, setIsAwake] = useState(false)
  const [isVisual, setIsVisual] = useState(false)
  const [current] = useState(createCurrentField)
  const [linking, setLinking] = useState<VisualField | null>(null)
  const toolsRef = useRef<HTMLDivElement>(null)
  const { open, isMissing } = useEditor(isVisual)
  useEffect(() => {
    setIsAwake(true)
    setIsVisual(wantsVisual())
  }, [])
  const writing = useMemo<Writing>(
    () => ({
      open,
      current,
      askForLink: setLinking,
      goToTools: () => toolsRef.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
      words: words.field,
    }),
    [open, current, words],
  )
  const choose = (wish: boolean) => {
    setIsVisual(wish)
    rememberVisual(wish)
  }
  return (
    <WritingContext value={writing}>
      {isAwake && (
        <Checkbox
          id="writes-visually"
          label={words.look}
          hint={isMissing ? words.missing : words.hint}
          checked={isVisual}
          onChange={event => choose(event.target.checked)}
        />
      )}
      {open ? (
        <div ref={toolsRef} className={toolbar.place}>
          <VisualToolbar current={current} onLink={setLinking} words={words} />
        </div>
      ) : (
        <MarkdownToolbar words={words.marks} />
      )}
      {linking && (
        <LinkDialog field={linking} words={words.linkDialog} onClose={() => setLinking(null)} />
      )}
      {children}
    </WritingContext>
  )
}

/** The editor is fetched when somebody first asks for it. */
function useEditor(isWanted: boolean) {
  const [loaded, setLoaded] = useState<{ open: OpenVisualField } | null>(null)
  const [isMissing, setIsMissing] = useState(false)
  useEffect(() => {
    if (!isWanted || loaded) return
    import('./visual-editor.ts').then(
      ({ openVisualField }) => setLoaded({ open: openVisualField }),
      // A line that broke, or a new build: the text field is there.
      () => setIsMissing(true),
    )
  }, [isWanted, loaded])
  return { open: isWanted && loaded ? loaded.open : null, isMissing: isWanted && isMissing }
}
