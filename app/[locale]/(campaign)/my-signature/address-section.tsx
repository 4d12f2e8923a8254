import { getMessages, getTranslations } from 'next-intl/server'
import { Section } from '#components/ui/Section.tsx'
import { ShortPlainForm } from '#components/ui/ShortPlainForm.tsx'
import type { Signature } from '#lib/database/types.ts'
import { isMovable } from '#lib/signatures/self-service/ask-for-address.ts'
import { refusedForm } from '../refused-form.ts'

/** Another address for one's own signature; nothing where it holds none. */
export async function AddressSection({
  locale,
  signature,
}: {
  locale: string
  signature: Signature
}) {
  if (!isMovable(signature)) return null
  const { selfService, form } = await getMessages({ locale })
  const t = await getTranslations({ locale, namespace: 'selfService.address' })
  return (
    <Section
      id="address"
      title={selfService.address.title}
      lead={t('lead', { email: signature.email })}
    >
      <ShortPlainForm
        id="address"
        action={`/${locale}/my-signature/address/ask`}
        refused={await refusedForm('address')}
        unreachable={form.formErrors.unreachable}
        fields={[
          {
            name: 'email',
            label: selfService.address.label,
            type: 'email',
            inputMode: 'email',
            autoComplete: 'email',
          },
        ]}
        button={selfService.address.button}
        look="quiet"
      />
    </Section>
  )
}
