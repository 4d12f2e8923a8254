import { getMessages } from 'next-intl/server'
import { CodePanel } from '#components/sign/CodePanel.tsx'
import { ShortPlainForm } from '#components/ui/ShortPlainForm.tsx'
import type { RefusedForm } from '#lib/security/refused-form.ts'

type CodeSectionProps = {
  locale: string
  /** Heading, where a link that did not work stands above it already. */
  title?: string
  /** The form as it was sent, where it was refused. */
  refused?: RefusedForm | undefined
}

/** For those whose mail gateway rewrites links: the code of the mail, typed. */
export async function CodeSection({ locale, title, refused }: CodeSectionProps) {
  const { checkMail, form } = await getMessages({ locale })
  const { code: words } = checkMail
  return (
    <CodePanel title={title ?? words.title} lead={words.lead}>
      <ShortPlainForm
        id="code"
        action={`/${locale}/confirm/code`}
        refused={refused}
        unreachable={form.formErrors.unreachable}
        fields={[
          {
            name: 'email',
            label: words.email,
            type: 'email',
            inputMode: 'email',
            autoComplete: 'email',
          },
          {
            name: 'code',
            label: words.code,
            inputMode: 'numeric',
            autoComplete: 'one-time-code',
          },
        ]}
        button={words.button}
      />
    </CodePanel>
  )
}
