import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef } from 'react'
import {
  type LetterPreviewLinks,
  PreviewLinks,
} from '#components/organisers/letter/PreviewLinks.tsx'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { DraftAutosave, forgetTyped } from './DraftAutosave.tsx'
import styles from './DraftForm.module.css'
import { FileMistakes } from './FileMistakes.tsx'

/** What a form shows of a text that was not saved. */
export type DraftFormState = {
  /** Why not, in a sentence: on an edit conflict, who saved another revision since it was read. */
  sentence: string
  /** What was typed, by field. */
  typed: Record<string, string>
  /** What is wrong with it, where that is why; nobody else's text stands against it then. */
  mistakes?: DraftMistakes
  /** Where what was typed can be looked at, though it is not saved. */
  previews?: LetterPreviewLinks[]
} | null

type DraftMistakes = {
  /** In words, by field. */
  fields: Record<string, string>
  /** What the checks of the start would say, by file. */
  files: { path: string; sentences: string[] }[]
}

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
  /** `look`: the button that shows what is typed before it is saved, for an action that knows the field of this name. */
  words: Messages['organisers']['editConflict'] & {
    save: string
    typedBack: string
    look?: string
  }
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
      error: state?.mistakes?.fields[name] ?? (typed === value ? error : ''),
    }
  }
  const isConflict = state !== null && !state.mistakes
  const storedAs = `draft-${id}`
  return (
    <form key={JSON.stringify(state)} action={send} className={styles.form} noValidate>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="read" value={seenBy(state) ?? read} />
      {state && <NotSaved state={state} fields={fields} words={words} />}
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
        {words.look && (
          <Button type="submit" name="look" value="1" look="quiet" aria-disabled={isSending}>
            {words.look}
          </Button>
        )}
        {isConflict && (
          <a href={href} onClick={() => forgetTyped(storedAs)}>
            {words.theirs}
          </a>
        )}
      </div>
    </form>
  )
}

/**
 * Who was told of a mistake has seen what she began with, and nothing since: without a script the page around her form is
 * a new one, and another's save in between would be overwritten without a word.
 */
function seenBy(state: DraftFormState) {
  return state?.mistakes && state.typed.read
}

type NotSavedProps = Pick<DraftFormProps, 'fields' | 'words'> & {
  state: NonNullable<DraftFormState>
}

function NotSaved({ state, fields, words }: NotSavedProps) {
  const noteRef = useRef<HTMLDivElement>(null)
  useEffect(() => noteRef.current?.focus(), [])
  return (
    <div ref={noteRef} role="alert" tabIndex={-1} className={styles.conflict}>
      <p>{state.sentence}</p>
      {state.previews && <PreviewLinks previews={state.previews} />}
      {state.mistakes ? (
        <Mistakes mistakes={state.mistakes} fields={fields} />
      ) : (
        <Meanwhile typed={state.typed} fields={fields} words={words} />
      )}
    </div>
  )
}

function Mistakes({
  mistakes,
  fields,
}: Pick<DraftFormProps, 'fields'> & { mistakes: DraftMistakes }) {
  if (Object.keys(mistakes.fields).length + mistakes.files.length === 0) return null
  return (
    <ul className={styles.mistakes}>
      {Object.entries(mistakes.fields).map(([name, sentence]) => (
        <li key={name}>
          <a href={`#${name}`}>{fields[name]?.label ?? name}</a> – {sentence}
        </li>
      ))}
      <FileMistakes files={mistakes.files} />
    </ul>
  )
}

type MeanwhileProps = Pick<DraftFormProps, 'fields' | 'words'> & { typed: Record<string, string> }

function Meanwhile({ typed, fields, words }: MeanwhileProps) {
  const differing = Object.entries(fields).filter(([name, { value }]) => {
    const text = typed[name]
    return text !== undefined && text.trim() !== value
  })
  return (
    <>
      {differing.length > 0 && <h3>{words.kept}</h3>}
      {differing.map(([name, { label, lang, value, shown = value }]) => (
        <div key={name}>
          <h4>{label}</h4>
          <pre className={styles.kept} lang={lang}>
            {shown || words.nothing}
          </pre>
        </div>
      ))}
    </>
  )
}
