import { createTranslator } from 'use-intl/core'
import { isDevelopment } from '#lib/env/is-development.ts'
import type french from '#locales/fr.json'
import { PROJECT_FOLDER, readCampaignFile, servedCampaign } from './campaign-files.ts'
import { zoneName } from './zone-name.ts'

/** The interface's words: every file of locales/ has the keys of the French one. */
export type Messages = typeof french

const known = new Map<string, Messages>()
const translators = new Map<string, ReturnType<typeof makeTranslator>>()

/** Of which files the words are. */
let knownOf = ''

/** The words of one language, from locales/, until others are served; read each time where somebody works on the site. */
export function readMessages(language: string): Messages {
  forgetFormerWords()
  const words = (!isDevelopment && known.get(language)) || parse(language)
  known.set(language, words)
  return words
}

/** A translator for text made outside of pages, such as mails. Kept: it remembers the sentences that it has parsed. */
export function translator(language: string) {
  forgetFormerWords()
  const translate = (!isDevelopment && translators.get(language)) || makeTranslator(language)
  translators.set(language, translate)
  return translate
}

const NO_BREAK_SPACE = '\u00a0'

/** A day in words, such as "26 May 2020", as the language's locale file wants days written. UTC. */
export function formatDay(language: string, moment: string | Date) {
  const format = formatOf(readMessages(language).site.dateLocale, { dateStyle: 'long' }, 'UTC')
  return format.format(new Date(moment)).replaceAll(' ', NO_BREAK_SPACE)
}

/** A time in words, such as "26 May 2020 at 14:05", in a time zone of IANA's names. */
export function formatTime(language: string, moment: Date, timeZone: string) {
  const { dateLocale } = readMessages(language).site
  const format = formatOf(dateLocale, { dateStyle: 'long', timeStyle: 'short' }, timeZone)
  return format.format(moment).replaceAll(' ', NO_BREAK_SPACE)
}

/** The same, with the zone by its name: "26 May 2020 at 14:05 (Central European Summer Time)". */
export function formatZonedTime(language: string, moment: Date, timeZone: string) {
  const zone = zoneName(moment, timeZone, readMessages(language).site.dateLocale)
  return `${formatTime(language, moment, timeZone)} (${zone})`
}

/** Formats of days and times, made once: fifty on each page of a list, and each costs 0.04 ms to make. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(dateLocale: string, styles: Intl.DateTimeFormatOptions, timeZone: string) {
  const name = `${dateLocale} ${timeZone} ${styles.timeStyle ?? ''}`
  const format = formats.get(name) ?? new Intl.DateTimeFormat(dateLocale, { ...styles, timeZone })
  formats.set(name, format)
  return format
}

function makeTranslator(language: string) {
  return createTranslator({ locale: language, messages: readMessages(language), timeZone: 'UTC' })
}

function parse(language: string): Messages {
  return JSON.parse(readCampaignFile(PROJECT_FOLDER, `locales/${language}.json`) ?? '')
}

function forgetFormerWords() {
  const { id } = servedCampaign()
  if (id === knownOf) return
  known.clear()
  translators.clear()
  knownOf = id
}
