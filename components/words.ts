import type french from '#locales/fr.json'

/** The interface's words: every locale file has the keys of the French one. */
export type Words = typeof french
