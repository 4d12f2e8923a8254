import { type FormEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { typedLinkAddress } from '#lib/text/markdown-links.ts'
import type { VisualField } from './visual-field.ts'
import styles from './Writing.module.css'
import type { WritingWords } from './writing-words.ts'

type LinkDialogProps = {
  field: VisualField
  words: WritingWords['linkDialog']
  onClose: () => void
}

/** Asks where a link leads to. It stands outside of the form around the field, which its own would end. */
export function LinkDialog({ field, words, onClose }: LinkDialogProps) {
  const dialogRef = useRef<HTMLDialogElement>(null)
  const [error, setError] = useState('')
  const [{ href, hasWords }] = useState(() => field.linkThere())
  useEffect(() => dialogRef.current?.showModal(), [])
  // As long as it stands open nothing behind it can take the focus.
  const close = () => dialogRef.current?.close()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const typed = new FormData(event.currentTarget)
    const address = typedLinkAddress(String(typed.get('address')))
    if (!address) return setError(words.refused)
    close()
    field.link(address, String(typed.get('words') ?? '').trim())
  }
  const remove = () => {
    close()
    field.link(null, '')
  }
  const leave = () => {
    onClose()
    field.focus()
  }
  return createPortal(
    <dialog ref={dialogRef} className={styles.dialog} onClose={leave} aria-labelledby="link-title">
      <form onSubmit={send} className={styles.question} noValidate>
        <h2 id="link-title">{words.heading}</h2>
        {!hasWords && <Field id="link-words" name="words" label={words.words} autoComplete="off" />}
        <Field
          id="link-address"
          name="address"
          label={words.address}
          hint={words.hint}
          error={error}
          defaultValue={href ?? ''}
          autoComplete="off"
          inputMode="url"
        />
        <div className={styles.buttons}>
          <Button type="submit">{words.put}</Button>
          {href !== null && (
            <Button type="button" look="quiet" onClick={remove}>
              {words.remove}
            </Button>
          )}
          <Button type="button" look="quiet" onClick={close}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
