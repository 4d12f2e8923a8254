import { categoryCodes, readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { type RowReader, rowReader } from './read-row.ts'

/** What reads rows with this campaign's categories, in each of its languages. */
export function rowReaderOfCampaign(): RowReader {
  const named = languages().map(language => readCampaign(language).categories)
  const namesOf = (code: string) =>
    named.flatMap(list => list.filter(each => each.code === code).map(({ name }) => name))
  return rowReader({
    categories: categoryCodes().map(code => ({ code, names: namesOf(code) })),
    languages: languages(),
  })
}
