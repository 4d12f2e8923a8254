import { getMessages } from 'next-intl/server'
import { TypoForm } from '#components/organisers/signatures/TypoForm.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import type { SignatureDetail } from '#lib/moderation/read-signature.ts'
import { queryOf, type TableQuery } from '#lib/signatures/filters/filters.ts'
import { countriesIn } from '#lib/text/countries.ts'
import { correctTypoAction } from '../actions.ts'

type TypoProps = { locale: string; detail: SignatureDetail; query: TableQuery }

/** What an organiser may correct for a signatory. */
export async function Typo({ locale, detail, query }: TypoProps) {
  const { form, organisers } = await getMessages({ locale })
  const { id, kind, name, organisation, role, category, country, status, email } = detail.signature
  const stored = { id, kind, name, organisation, role, category, country }
  return (
    <TypoForm
      signature={{
        ...stored,
        contents: detail.contents,
        search: queryOf(query),
        ...(status === 'pending' && { email }),
      }}
      correct={correctTypoAction.bind(null, locale)}
      countries={countriesIn(locale)}
      categories={readCampaign(locale).categories}
      words={form}
      names={organisers.signatures.detail}
    />
  )
}
