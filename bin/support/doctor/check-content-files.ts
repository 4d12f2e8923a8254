import { ContentError, sentenceOf } from '#lib/content/content-error.ts'
import { languages } from '#lib/content/languages.ts'
import { checkContent } from '#lib/versions/check-content.ts'
import { type Finding, fine, wrong } from './finding.ts'

/** The checks of the start: whether all that is written can be shown. */
export function checkContentFiles(): Finding[] {
  try {
    checkContent()
    return [
      fine(`The letter and all pages can be shown, in so many languages: ${languages().length}.`),
    ]
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return error.mistakes.map(mistake => wrong(sentenceOf(mistake)))
  }
}
