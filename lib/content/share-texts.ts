import { z } from 'zod'
import { fault, mustHold } from './faults.ts'
import { paragraphs, words } from './fields.ts'

/**
 * Graphemes of a post before its address. Bluesky takes 300 with the address, X 280 of which any address
 * takes 24, Mastodon 500: so it fits everywhere, behind an address of 69 characters.
 */
export const LONGEST_POST = 230

/** What is said along with the letter's address: to somebody, to everybody, in a mail. */
export type ShareTexts = z.infer<typeof shareTexts>

export const shareTexts = z.strictObject(
  {
    message: words,
    post: words.refine(
      post => [...new Intl.Segmenter().segment(post)].length <= LONGEST_POST,
      fault('post-too-long', { most: LONGEST_POST }),
    ),
    mail: paragraphs,
  },
  {
    error: issue =>
      issue.code === 'invalid_type' ? mustHold('message', 'post', 'mail') : undefined,
  },
)
