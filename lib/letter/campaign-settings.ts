import { z } from 'zod'
import { readYamlFile } from './content-file.ts'
import { words } from './fields.ts'
import { remember } from './remember.ts'

/** The same in every language: content/campaign.yaml. */
export type CampaignSettings = z.infer<typeof settings>

const category = words.pipe(
  z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be small letters and hyphens, such as health-care'),
)

const settings = z.strictObject({
  authoritativeLanguage: words,
  contactEmail: words.pipe(z.email('must be an e-mail address')),
  categories: z
    .array(category, { error: 'must be a list of codes' })
    .min(1, 'must hold one code or more')
    .refine(codes => new Set(codes).size === codes.length, 'holds one code twice'),
})

/** @throws ContentError naming the field of content/campaign.yaml that is wrong. */
export function readSettings(root: string): CampaignSettings {
  const file = 'content/campaign.yaml'
  return remember(root, file, () => readYamlFile(root, file, settings))
}
