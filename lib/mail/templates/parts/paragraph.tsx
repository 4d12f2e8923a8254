import { LOOK } from '../look.ts'
import { wrapped } from '../wrap.ts'
import { part } from './part.ts'
import { Text } from './text.tsx'

type Props = { children: string }

/** A few sentences. */
export const Paragraph = part(
  ({ children }: Props) => <Text style={LOOK.paragraph}>{children}</Text>,
  { text: ({ children }) => wrapped(children), lead: ({ children }) => children },
)
