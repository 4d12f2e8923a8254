import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import type { FieldErrors, SignFormState } from '#lib/signatures/sign-form-state.ts'
import type { checkSignatureForm, FormChoices } from '#lib/signatures/signature-form.ts'

const NO_ERRORS: FieldErrors = {}

/**
 * Checks the form in the browser with the server's own rules, which are fetched when somebody
 * first touches the form: whoever only reads does not pay for them. Where they cannot be had,
 * the server checks alone.
 */
export function useCheckBeforeSending(state: SignFormState, choices: FormChoices) {
  const summaryRef = useRef<HTMLDivElement>(null)
  const loading = useRef<Promise<void>>(undefined)
  const rules = useRef<{ find: typeof checkSignatureForm | undefined }>(undefined)
  const [checked, setChecked] = useState<{ state: SignFormState; errors: FieldErrors }>()
  // What the browser found holds until the server has answered.
  const errors = checked?.state === state ? checked.errors : state.errors

  useEffect(() => {
    if (Object.keys(errors).length > 0 || state.formError) summaryRef.current?.focus()
  }, [errors, state])

  const prepare = () => {
    loading.current ??= loadCheck().then(find => {
      rules.current = { find }
    })
    return loading.current
  }

  const check = (event: SubmitEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    if (!rules.current) {
      event.preventDefault()
      prepare().then(() => form.requestSubmit())
      return
    }
    // At once: a form does not submit when it is asked to from within its own submit event.
    const values = Object.fromEntries(new FormData(form))
    const found = rules.current.find?.(values, choices).errors ?? NO_ERRORS
    setChecked({ state, errors: found })
    if (Object.keys(found).length > 0) event.preventDefault()
  }

  return { errors, summaryRef, prepare, check }
}

async function loadCheck(): Promise<typeof checkSignatureForm | undefined> {
  const rules = await import('./check-in-browser.ts').catch(() => undefined)
  return rules?.checkSignatureForm
}
