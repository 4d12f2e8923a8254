import { unstable_rethrow as passOnRedirects } from 'next/navigation'
import { useActionState, useSyncExternalStore } from 'react'
import { readForm, typedTexts } from '#lib/signatures/read-form.ts'
import type { SignFormState } from '#lib/signatures/sign-form-state.ts'

type FormAction = (previous: SignFormState, form: FormData) => Promise<SignFormState>

/**
 * useActionState for a form whose words must not be lost: where the server is not reached, or knows the
 * page no more, the form comes back with what was typed and says so.
 */
export function useKeptForm(action: FormAction, initial: SignFormState, path?: string) {
  // Without a script, and until React has taken the page over, the form is that of the server's action.
  const isAwake = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
  return useActionState(isAwake ? keepingTyped(action) : action, initial, path)
}

function keepingTyped(action: FormAction): FormAction {
  return async (previous, form) => {
    try {
      return await action(previous, form)
    } catch (error) {
      passOnRedirects(error)
      return { errors: {}, values: typedTexts(readForm(form)), formError: 'unreachable' }
    }
  }
}

function neverChanges() {
  return () => undefined
}
