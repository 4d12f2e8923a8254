import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { CopyButton, type CopyWords } from '#components/ui/CopyButton.tsx'
import type { Messages } from '#lib/text/messages.ts'

type PreviewLinkProps = {
  link: string
  renew: (form: FormData) => Promise<void>
  words: Messages['organisers']['campaign']['preview']
  copy: CopyWords
}

/** The link by which first signatories read and sign before anyone else. */
export function PreviewLink({ link, renew, words, copy }: PreviewLinkProps) {
  return (
    <section className={work.work} aria-labelledby="preview-link">
      <h2 id="preview-link">{words.heading}</h2>
      <p className={work.lead}>{words.lead}</p>
      <p>
        {words.label}{' '}
        <a className={work.mono} href={link}>
          {link}
        </a>
      </p>
      <CopyButton text={link} words={copy} />
      <form action={renew}>
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
