/** What the terminal shows once the site can be visited. */
export function welcome(
  site: string,
  mailbox: string | null | undefined,
  firstLink: string | null | undefined,
) {
  const lines = [
    ['The letter', site],
    ['The mailbox', mailbox ? `${mailbox}  (mails are kept here, none is sent)` : ''],
    [
      'Organisers',
      firstLink
        ? `${firstLink}  (the first one enters here, within 30 minutes)`
        : 'npm run organiser -- add you@example.org',
    ],
    ['Signatures', 'npm run export -- --format csv --output signatures.csv'],
  ]
  const shown = lines.filter(([, value]) => value !== '')
  return `\n${shown.map(([name, value]) => `  ${name}:`.padEnd(16) + value).join('\n')}\n\nStop with Ctrl-C.`
}
