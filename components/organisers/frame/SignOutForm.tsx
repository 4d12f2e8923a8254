'use client'

import { forgetAllTyped } from '#components/organisers/common/DraftAutosave.tsx'

type SignOutFormProps = { action: (form: FormData) => Promise<void>; label: string }

/** Signs out; what was typed and not saved does not stay behind in the tab. */
export function SignOutForm({ action, label }: SignOutFormProps) {
  return (
    <form action={action} onSubmit={forgetAllTyped}>
      <button type="submit">{label}</button>
    </form>
  )
}
