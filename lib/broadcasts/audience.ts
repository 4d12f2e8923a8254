import { z } from 'zod'
import { categoryCodes } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import type { Broadcast } from '#lib/database/types.ts'
import { KINDS } from '#lib/signatures/statuses.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import { isoDay } from '#lib/time/iso-day.ts'

/** Who of those that wished news gets a broadcast; each narrows it. */
export type Audience = Pick<
  Broadcast,
  'country' | 'kind' | 'category' | 'language' | 'confirmedSince' | 'onlyUnwritten'
>

/** Everyone who wished news. */
export const EVERYONE: Audience = {
  country: null,
  kind: null,
  category: null,
  language: null,
  confirmedSince: null,
  onlyUnwritten: false,
}

/** Reads an audience as a form says it; what it does not understand narrows nothing. */
export function readAudience(typed: Record<string, unknown>): Audience {
  const one = <Value extends z.ZodType>(value: Value) => value.nullable().catch(null)
  return z
    .object({
      country: one(z.enum(COUNTRY_CODES)),
      kind: one(z.enum(KINDS)),
      category: one(z.enum(categoryCodes())),
      language: one(z.enum(languages())),
      confirmedSince: one(isoDay),
      onlyUnwritten: z.boolean().catch(false),
    })
    .parse(typed)
}

/** What an audience says beside country and kind, which alone stood in approvals once. */
export function furtherOf({ category, language, confirmedSince, onlyUnwritten }: Audience) {
  const said = Object.entries({ category, language, confirmedSince, onlyUnwritten })
  return said.filter(([, value]) => value)
}

/** An audience without what is not of it. */
export function audienceOf(broadcast: Audience): Audience {
  const { country, kind, category, language, confirmedSince, onlyUnwritten } = broadcast
  return { country, kind, category, language, confirmedSince, onlyUnwritten }
}
