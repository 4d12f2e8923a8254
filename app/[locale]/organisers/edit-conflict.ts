import { refresh } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import type { DraftFormState } from '#components/organisers/common/DraftForm.tsx'
import { typedTexts } from './form-values.ts'

/**
 * What a draft's form shows when somebody has saved another text since it was read: what was typed,
 * beside the page as it is now.
 * @param by address of who it was; null where she is no organiser any more.
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
