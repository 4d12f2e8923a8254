import { processSingleton } from '#lib/process/process-singleton.ts'
import { servedCampaign } from '#lib/text/campaign-files.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { type SocialPicture, socialPicture } from './social-picture.ts'

/** Milliseconds for which a picture is kept before it is drawn with a newer number. */
const PICTURE_LIFETIME_MS = 5 * MINUTE_MS

type Drawn = { until: number; of: string; image: Promise<Buffer> }

const pictures = processSingleton('social-pictures', () => new Map<string, Drawn>())

/**
 * The picture of a language, drawn anew every five minutes at most, and when other content is served: drawing takes a
 * fifth of a second of the process that also takes signatures.
 */
export function currentPicture(picture: SocialPicture, now = Date.now()): Promise<Buffer> {
  const drawn = pictures.get(picture.language)
  const of = servedCampaign().id
  if (drawn && drawn.of === of && now < drawn.until) return drawn.image
  const image = socialPicture(picture)
  pictures.set(picture.language, { until: now + PICTURE_LIFETIME_MS, of, image })
  image.catch(() => pictures.delete(picture.language))
  return image
}
