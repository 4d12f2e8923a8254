import { getMessages } from 'next-intl/server'
import { CodePanel } from '../../../../components/sign/CodePanel.tsx'
import { ShortForm } from '../../../../components/ui/ShortForm.tsx'
import { verifyCodeAction } from './actions.ts'

/** For those whose mail gateway rewrites links: the code of the mail, typed. */
export async function CodeSection({ locale }: { locale: string }) {
  const { code: words } = (await getMessages({ locale })).checkMail
  return (
    <CodePanel title={words.title} lead={words.lead}>
      <ShortForm
        id="code"
        action={verifyCodeAction.bind(null, locale)}
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
