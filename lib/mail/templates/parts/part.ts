import { Children, Fragment, isValidElement, type ReactNode } from 'react'

/** A part of a mail: a component that makes its HTML, and knows itself as plain text. */
export type Part<Props> = ((props: Props) => ReactNode) & Spoken<Props>

type Spoken<Props> = {
  /** As lines of plain text. */
  text: (props: Props) => string
  /** Its first sentences on one line; left out where a part has none. */
  lead?: (props: Props) => string
}

/** Makes a part of its two looks, so that whoever changes one has the other before her eyes. */
export function part<Props>(html: (props: Props) => ReactNode, spoken: Spoken<Props>): Part<Props> {
  return Object.assign(html, spoken)
}

/**
 * The parts of some JSX as plain text, in their order.
 * @throws Error for an element that is none of the parts: it would be missing in the plain text
 */
export function textsOf(node: ReactNode): string[] {
  return partsIn(node).map(({ type, props }) => type.text(props))
}

/** What a mailbox shows beside the subject: the first sentences of the mail itself. */
export function preheader(node: ReactNode): string {
  const leads = partsIn(node).map(({ type, props }) => type.lead?.(props))
  return leads.find(Boolean) ?? ''
}

type PartElement = { type: Part<unknown>; props: unknown }

function partsIn(node: ReactNode): PartElement[] {
  return Children.toArray(node).flatMap(child => {
    if (isValidElement<{ children?: ReactNode }>(child) && child.type === Fragment)
      return partsIn(child.props.children)
    if (isValidElement(child) && isPart(child.type))
      return [{ type: child.type, props: child.props }]
    throw new Error('A mail is made of the parts in lib/mail/templates/parts alone.')
  })
}

function isPart(type: unknown): type is Part<unknown> {
  return typeof type === 'function' && 'text' in type
}
