import work from '#components/organisers/common/Work.module.css'
import { QrCode } from '#components/sharing/QrCode.tsx'
import { CopyButton, type CopyWords } from '#components/ui/CopyButton.tsx'

type TaggedLinkProps = {
  language: string
  /** Name of the language in itself. */
  name: string
  href: string
  /** The same as a code for phones. */
  code: { size: number; path: string; label: string }
  /** The code as a file. */
  file: { href: string; name: string; label: string }
  copy: CopyWords
}

/** The letter's address in one language with the tag of a link: to copy, and to print. */
export function TaggedLink({ language, name, href, code, file, copy }: TaggedLinkProps) {
  return (
    <section className={work.work} aria-labelledby={`link-${language}`}>
      <h2 id={`link-${language}`} lang={language}>
        {name}
      </h2>
      <p>
        <a className={work.mono} href={href}>
          {href}
        </a>
      </p>
      <CopyButton text={href} words={copy} />
      <QrCode {...code} />
      <p>
        <a href={file.href} download={file.name}>
          {file.label}
        </a>
      </p>
    </section>
  )
}
