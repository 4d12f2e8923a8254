import { look } from '#lib/content/campaign.ts'
import { LOOK, nightSheet, SHEET_PADDING, WORD_SHEET } from './look.ts'
import type { WholeMail } from './mail-template.ts'
import { Paragraph } from './parts/paragraph.tsx'
import { preheader } from './parts/part.ts'
import { PreviewText } from './parts/preview-text.tsx'
import { PlainLine, PulseLine } from './parts/pulse-line.ts'
import { Table } from './parts/table.tsx'
import { Text } from './parts/text.tsx'

// Loaded in this way because Next lets no page load it by a plain import.
const { renderToStaticMarkup } = await import('react-dom/server')

/**
 * The HTML of a mail: one column, nothing to load, readable without its styles, by day and by night.
 * The same mail gives the same bytes.
 */
export function htmlMail(mail: WholeMail) {
  const html = renderToStaticMarkup(<Page {...mail} />).replace('</head>', `${WORD_SHEET}</head>`)
  return `<!doctype html>\n${html}\n`
}

function Page(mail: WholeMail) {
  const { language, body } = mail
  return (
    <html dir={new Intl.Locale(language).getTextInfo().direction} lang={language}>
      <Head {...mail} />
      {/* Gmail shows no ground of a body: the table's cell has it too. */}
      <body style={LOOK.ground}>
        <Table cellStyle={LOOK.body}>
          <PreviewText>{preheader(body)}</PreviewText>
          <Column {...mail} />
        </Table>
      </body>
    </html>
  )
}

function Head({ subject }: WholeMail) {
  return (
    <head>
      <meta content="text/html; charset=UTF-8" httpEquiv="Content-Type" />
      <meta name="x-apple-disable-message-reformatting" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
      <title>{subject}</title>
      <style>{nightSheet()}</style>
    </head>
  )
}

function Column({ about, letterTitle, greeting, body, footer }: WholeMail) {
  return (
    <Table className="column" style={LOOK.container}>
      <Text className="soft" style={LOOK.about}>
        {about}
      </Text>
      <h1 style={LOOK.title}>{letterTitle}</h1>
      {look().drawing === 'pulse' ? <PulseLine /> : <PlainLine />}
      <Table className="sheet" style={LOOK.sheet} padding={SHEET_PADDING}>
        <Paragraph>{greeting}</Paragraph>
        {body}
      </Table>
      <div style={LOOK.footer}>{footer}</div>
    </Table>
  )
}
