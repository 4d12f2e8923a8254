import { wrapped } from '../wrap.ts'
import { part } from './part.ts'
import { Link, SmallText } from './text.tsx'

type Props = {
  children: string
  /** An address of ours that its words lead to. */
  href?: string
}

/** A sentence at the end of a mail, or words that lead to an address of ours. */
export const Footnote = part(
  ({ href, children }: Props) => (
    <SmallText>{href === undefined ? children : <Link href={href}>{children}</Link>}</SmallText>
  ),
  {
    text: ({ href, children }) =>
      href === undefined ? wrapped(children) : `${wrapped(children)}\n${href}`,
  },
)
