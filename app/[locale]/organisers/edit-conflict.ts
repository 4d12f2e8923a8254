import { refresh } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import type { DraftFormState } from '#components/organisers/common/DraftForm.tsx'
import { typedTexts } from './form-values.ts'

/**
 * Edit conflict of a draft's form: what was typed, beside the page as it is now.
 * @param by e-mail address of the other writer; null if she is no longer an organiser.
 */
export async function keptTyping(
  locale: string,
  form: FormData,
  by: string | null,
): Promise<DraftFormState> {
  const t = await getTranslations({ locale, namespace: 'organisers.editConflict' })
  refresh()
  return { sentence: t('changed', { who: by ?? t('somebody') }), typed: typedTexts(form) }
}
