import type { Page } from '@playwright/test'
import type { Site } from '../site/browser-site.ts'
import type { Language } from './journey.ts'

/** One page of the site in one state, and how a visitor comes to see it. */
export interface PageState {
  name: string
  /** Path below the language, without its query: it tells which page of `app/` this is. */
  path: string
  open: (page: Page, language: Language, site: Site) => Promise<unknown>
}

/** A page that its address alone opens. */
export function at(name: string, path: string): PageState {
  return { name, path, open: (page, language) => page.goto(`/${language}${path}`) }
}
