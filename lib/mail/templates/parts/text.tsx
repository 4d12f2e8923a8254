import type { CSSProperties, ReactNode } from 'react'
import { LOOK } from '../look.ts'

type Look = CSSProperties & { margin: string }

/** A paragraph of HTML. Its margins stand there twice: some programs drop the short form. */
export function Text(props: { className?: string; style: Look; children: ReactNode }) {
  const { className, style, children } = props
  return (
    <p className={className} style={{ ...style, ...longMargins(style.margin) }}>
      {children}
    </p>
  )
}

/** Small and soft: what stands below the button, and at the end. */
export function SmallText({ children }: { children: ReactNode }) {
  return (
    <Text className="soft" style={LOOK.small}>
      {children}
    </Text>
  )
}

/** Words that lead to an address; the address itself where none are given. */
export function Link({ href, children = href }: { href: string; children?: ReactNode }) {
  return (
    <a href={href} className="ink" style={LOOK.link} target="_blank" rel="noopener">
      {children}
    </a>
  )
}

/** @param margin as CSS's short form, with one to four values */
function longMargins(margin: string) {
  const [top, right = top, bottom = top, left = right] = margin.split(' ')
  return { marginTop: top, marginRight: right, marginBottom: bottom, marginLeft: left }
}
