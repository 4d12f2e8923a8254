import { getMessages } from 'next-intl/server'
import { ShortForm } from '../../../../components/ui/ShortForm.tsx'
import { confirmByCodeAction } from './actions.ts'

/** For those whose mail gateway rewrites links: the code of the mail, typed. */
export async function CodeSection({ locale, heading }: { locale: string; heading: 'h1' | 'h2' }) {
  const { code: words } = (await getMessages({ locale })).checkMail
  const Heading = heading
  return (
    <section aria-labelledby="code-title">
      <Heading id="code-title">{words.title}</Heading>
      <p>{words.lead}</p>
      <ShortForm
        id="code"
        action={confirmByCodeAction.bind(null, locale)}
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
    </section>
  )
}
