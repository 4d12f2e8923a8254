import type { Menu } from '#components/ui/SiteFooter.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import { menuIn } from '#lib/content/menus.ts'
import type { Messages } from '#lib/text/messages.ts'

/** All pages of the site, for the foot of each. */
export function siteMenus(locale: string, words: Messages['site']): Menu[] {
  const at = (path: string) => `/${locale}${path}`
  const pagesOf = (menu: 'letter' | 'site') =>
    menuIn(locale, menu).map(({ name, title }) => ({ href: at(`/${name}`), name: title }))
  return [
    {
      title: words.menus.letter,
      links: [
        { href: at(''), name: words.letter },
        { href: at('/signatories'), name: words.signatories },
        { href: at('/statements'), name: words.statements },
        { href: at('/spread'), name: words.spread },
        { href: at('/news'), name: words.news },
      ],
    },
    { title: words.menus.more, links: pagesOf('letter') },
    {
      title: words.menus.site,
      links: [
        { href: at('/my-signature'), name: words.mySignature },
        { href: at('/open-data'), name: words.openData },
        { href: at('/verify'), name: words.verify },
        ...pagesOf('site'),
        { href: `mailto:${readCampaign(locale).contactEmail}`, name: words.contact },
      ],
    },
  ]
}
