import { type ComponentProps, useEffect, useRef, useState } from 'react'
import controls from '#components/ui/control.module.css'
import { describedBy, FieldFrame, type FieldFrameProps } from '#components/ui/FieldFrame.tsx'
import type { Declined, VisualField } from './visual-field.ts'
import styles from './Writing.module.css'
import { useWriting } from './WritingRoom.tsx'

type MarkdownAreaProps = Omit<FieldFrameProps, 'label'> &
  Omit<ComponentProps<'textarea'>, 'id'> & { label: string }

/**
 * A text in Markdown. Its text area is what is sent, kept and compared, always; who wants to see the text as it will
 * look writes above it, where the same text comes back byte for byte.
 */
export function MarkdownArea(props: MarkdownAreaProps) {
  const { label, aside, hint, error, ...textarea } = props
  const { areaRef, placeRef, fieldRef, declined, isOpen, lookAgain } = useVisualField(props)
  const { words } = useWriting()
  return (
    <FieldFrame id={props.id} label={label} aside={aside} hint={hint} error={error}>
      <div className={styles.field}>
        {declined && (
          <p className={styles.declined} id={`${props.id}-declined`}>
            {words[declined]}
          </p>
        )}
        <div ref={placeRef} hidden={!isOpen} />
        <textarea
          {...textarea}
          {...describedBy(props)}
          ref={areaRef}
          className={isOpen ? styles.behind : controls.control}
          // Who follows the label, or a link to what is wrong, comes to where one writes.
          onFocus={() => fieldRef.current?.focus()}
          onBlur={lookAgain}
          tabIndex={isOpen ? -1 : undefined}
          aria-hidden={isOpen || undefined}
        />
      </div>
    </FieldFrame>
  )
}

function useVisualField(props: MarkdownAreaProps) {
  const { open, current, askForLink, goToTools } = useWriting()
  const areaRef = useRef<HTMLTextAreaElement>(null)
  const placeRef = useRef<HTMLDivElement>(null)
  const fieldRef = useRef<VisualField | null>(null)
  const showRef = useRef<(() => void) | null>(null)
  const writtenRef = useRef('')
  const [declined, setDeclined] = useState<Declined>(null)
  const [isOpen, setIsOpen] = useState(false)
  const { id, label, lang, error } = props
  const described = describedBy(props)['aria-describedby'] ?? ''

  useEffect(() => {
    const [area, place] = [areaRef.current, placeRef.current]
    if (!open || !area || !place) return
    const onWrite = (markdown: string) => {
      writtenRef.current = markdown
      area.value = markdown
      area.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const attributes = attributesOf({ id, label, lang, described, isWrong: Boolean(error) })
    const calls = { onWrite, onMove: current.moveTo, onLink: askForLink, onTools: goToTools }
    let close = () => {}
    showRef.current = () => {
      close()
      writtenRef.current = area.value
      const opened = open({ place, source: area.value, attributes, ...calls })
      const field = opened.declined === null ? opened.field : null
      close = () => {
        if (field) current.leave(field)
        if (opened.declined === null) opened.close()
      }
      fieldRef.current = field
      setDeclined(opened.declined)
      setIsOpen(field !== null)
    }
    showRef.current()
    return () => {
      close()
      fieldRef.current = null
      showRef.current = null
      setDeclined(null)
      setIsOpen(false)
    }
  }, [open, current, askForLink, goToTools, id, label, lang, described, error])

  // What was saved, put back or reset is another text than the one that is shown.
  const lookAgain = () => {
    if (areaRef.current?.value !== writtenRef.current) showRef.current?.()
  }
  useEffect(() => {
    if (document.activeElement !== areaRef.current) lookAgain()
  })
  useEffect(() => {
    const form = areaRef.current?.form
    const afterReset = () => queueMicrotask(() => showRef.current?.())
    form?.addEventListener('reset', afterReset)
    return () => form?.removeEventListener('reset', afterReset)
  }, [])
  return { areaRef, placeRef, fieldRef, declined, isOpen, lookAgain }
}

type About = { id: string; label: string; lang?: string; described: string; isWrong: boolean }

function attributesOf({ id, label, lang, described, isWrong }: About): Record<string, string> {
  return {
    id: `${id}-visual`,
    role: 'textbox',
    class: styles.editor ?? '',
    dir: 'auto',
    'aria-multiline': 'true',
    'aria-label': label,
    ...(lang && { lang }),
    ...(described && { 'aria-describedby': described }),
    ...(isWrong && { 'aria-invalid': 'true' }),
  }
}
