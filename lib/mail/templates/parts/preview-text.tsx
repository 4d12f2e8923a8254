/** What mailboxes show beside the subject has this many characters at most. */
const SHOWN_CHARACTERS = 150

/** Shown as nothing, in mailboxes too, which would otherwise go on with the mail's first lines. */
const NOTHING = '\u00a0\u200c\u200b\u200d\u200e\u200f\ufeff'

const HIDDEN = {
  display: 'none',
  overflow: 'hidden',
  lineHeight: '1px',
  opacity: 0,
  maxHeight: 0,
  maxWidth: 0,
}

/** The words that a mailbox shows beside the subject, hidden in the mail itself. */
export function PreviewText({ children }: { children: string }) {
  const shown = children.slice(0, SHOWN_CHARACTERS)
  const rest = NOTHING.repeat(SHOWN_CHARACTERS - shown.length)
  return (
    <div style={HIDDEN} data-skip-in-text>
      {shown}
      {rest && <div>{rest}</div>}
    </div>
  )
}
