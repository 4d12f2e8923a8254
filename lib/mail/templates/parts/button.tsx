import { BUTTON_PADDING, LOOK, POINTS_PER_PIXEL } from '../look.ts'
import { wrapped } from '../wrap.ts'
import { part } from './part.ts'
import { Link, SmallText } from './text.tsx'

type Props = {
  href: string
  /** Stands before the address, which is written out for programs that press nothing. */
  hint: string
  children: string
}

/** The one thing to press. */
export const Button = part(
  ({ href, hint, children }: Props) => (
    <>
      <div style={LOOK.press}>
        <a href={href} className="button" style={LOOK.button} target="_blank" rel="noopener">
          <WordOnly html={WORD_BEFORE} />
          <span style={LOOK.buttonLabel}>{children}</span>
          <WordOnly html={WORD_AFTER} />
        </a>
      </div>
      <SmallText>
        {hint}
        <br />
        <Link href={href} />
      </SmallText>
    </>
  ),
  { text: ({ href, children }) => `${wrapped(children)}\n${href}` },
)

/** Word stretches a space to five times its width and no more. */
const WIDEST_SPACE = 5
const SPACES = Math.ceil(BUTTON_PADDING.inline / (2 * WIDEST_SPACE))

// Word knows no padding of a link: stretched spaces hold the sides, raised ones what is above and below.
const width = (BUTTON_PADDING.inline / SPACES / 2) * 100
const raise = 2 * BUTTON_PADDING.block * POINTS_PER_PIXEL
const spaces = '&#8202;'.repeat(SPACES)
const WORD_BEFORE = `<i style="mso-font-width:${width}%;mso-text-raise:${raise}" hidden>${spaces}</i>`
const WORD_AFTER = `<i style="mso-font-width:${width}%" hidden>${spaces}&#8203;</i>`

function WordOnly({ html }: { html: string }) {
  return <span dangerouslySetInnerHTML={{ __html: `<!--[if mso]>${html}<![endif]-->` }} />
}
