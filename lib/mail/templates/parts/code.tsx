import { LOOK } from '../look.ts'
import { wrapped } from '../wrap.ts'
import { part } from './part.ts'
import { Link, SmallText } from './text.tsx'

type Props = {
  label: string
  /** The page to type it on. */
  href: string
  digits: string
}

/** A code to type where the link does not arrive whole, and the page to type it on. */
export const Code = part(
  ({ label, href, digits }: Props) => (
    <SmallText>
      {label}
      <br />
      <Link href={href} />
      <br />
      <strong className="ink" style={LOOK.digits}>
        {digits}
      </strong>
    </SmallText>
  ),
  { text: ({ label, href, digits }) => `${wrapped(label)}\n${href}\n${digits}` },
)
