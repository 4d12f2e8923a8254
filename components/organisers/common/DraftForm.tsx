import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef } from 'react'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { DraftAutosave, forgetTyped } from './DraftAutosave.tsx'
import styles from './DraftForm.module.css'

/**
 * What a form shows that was not saved: an edit conflict, where somebody saved another revision since it was
 * read, or what is wrong.
 */
export type DraftFormState = {
  /** Who it was, or what is wrong with the whole. */
  sentence: string
  /** What was typed, by field. */
  typed: Record<string, string>
  /** What is wrong, by field; without it this is an edit conflict. */
  errors?: Record<string, string>
} | null

/** A field as it is kept. */
export type DraftField = {
  value: string
  /** Its label where it stands alone. */
  label: string
  /** The value in words, where it is a code. */
  shown?: string
  lang?: string
  error?: string
}

export type DraftFormProps = {
  id: string
  /** Revision of the saved text, so that no other is overwritten. */
  read: string
  fields: Record<string, DraftField>
  action: (previous: DraftFormState, form: FormData) => Promise<DraftFormState>
  /** Whether all is written, so that the step of the page is another. */
  isReady?: boolean
  /** The page of the draft. */
  href: string
  words: Messages['organisers']['editConflict'] & { save: string; typedBack: string }
}

/** What a field of the form needs: what was typed, or else what is kept. */
export type FieldOf = (name: string) => Pick<ComponentProps<'input'>, 'id' | 'name' | 'lang'> & {
  id: string
  defaultValue: string
  /** What is kept, beside which DraftAutosave holds what was typed. */
  'data-kept': string
  error?: string
}

/**
 * The form of a text that several organisers write on. Where one of them has saved meanwhile, the other
 * keeps what she typed, sees what is saved, and decides.
 */
export function DraftForm(props: DraftFormProps & { children: (fieldOf: FieldOf) => ReactNode }) {
  const { id, read, fields, action, href, words, children } = props
  const [state, send, isSending] = useActionState(action, null)
  const fieldOf: FieldOf = name => {
    const { value = '', error, lang } = fields[name] ?? {}
    const typed = state?.typed[name] ?? value
    return {
      id: name,
      name,
      lang,
      defaultValue: typed,
      'data-kept': value,
      error: state?.errors ? state.errors[name] : typed === value ? error : '',
    }
  }
  const isConflict = state !== null && !state.errors
  const storedAs = `draft-${id}`
  return (
    <form key={JSON.stringify(state)} action={send} className={styles.form} noValidate>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="read" value={read} />
      {state && <Meanwhile state={state} fields={fields} words={words} />}
      {children(fieldOf)}
      <DraftAutosave name={storedAs} words={words.typedBack} />
      <div className={styles.buttons}>
        <Button
          type="submit"
          look={props.isReady && !state ? 'quiet' : 'main'}
          aria-disabled={isSending}
        >
          {isConflict ? words.mine : words.save}
        </Button>
        {isConflict && (
          <a href={href} onClick={() => forgetTyped(storedAs)}>
            {words.theirs}
          </a>
        )}
      </div>
    </form>
  )
}

type MeanwhileProps = Pick<DraftFormProps, 'fields' | 'words'> & {
  state: NonNullable<DraftFormState>
}

function Meanwhile({ state, fields, words }: MeanwhileProps) {
  const noteRef = useRef<HTMLDivElement>(null)
  useEffect(() => noteRef.current?.focus(), [])
  const differing = Object.entries(state.errors ? {} : fields).filter(([name, { value }]) => {
    const typed = state.typed[name]
    return typed !== undefined && typed.trim() !== value
  })
  return (
    <div ref={noteRef} role="alert" tabIndex={-1} className={styles.conflict}>
      <p>{state.sentence}</p>
      {differing.length > 0 && <h3>{words.kept}</h3>}
      {differing.map(([name, { label, lang, value, shown = value }]) => (
        <div key={name}>
          <h4>{label}</h4>
          <pre className={styles.kept} lang={lang}>
            {shown || words.nothing}
          </pre>
        </div>
      ))}
    </div>
  )
}
