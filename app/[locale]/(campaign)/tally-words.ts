import { getMessages } from 'next-intl/server'
import { isSigningOpen } from '#lib/campaign/known-run.ts'

/** Words of the tally. While it is empty, it asks for the first signature only if one can be given. */
export async function tallyWords(locale: string) {
  const { tally, site } = await getMessages({ locale })
  const { none, noneShut, ...words } = tally
  return { ...words, none: (await isSigningOpen()) ? none : noneShut, comma: site.comma }
}
