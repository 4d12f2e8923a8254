/** How one provider tells its mailboxes apart. */
export type MailboxRule = {
  domains: readonly string[]
  /** All these domains are one: a name is the same mailbox in each. */
  areOne?: true
  /** What makes no difference within a name. */
  ignored?: string
  /** Signs that are read as another. */
  readAs?: readonly [sign: string, other: string]
  /** What begins a tag, besides the plus sign, which every provider's may. */
  tag?: string
  /** Whatever stands before `name.domain` reaches `name`. */
  hasSubdomains?: true
  /** Where that is said. */
  source: string
}

/**
 * The providers by which one mailbox has many spellings. A plus tag (RFC 5233) is taken from every
 * address, of whatever domain: few mailboxes have a plus in their name, and Outlook, Zoho, Mail.ru and
 * many others know such tags. Domains that are not known to be one stay apart: somebody else may have
 * the name in the other.
 */
export const MAILBOX_RULES: readonly MailboxRule[] = [
  {
    domains: ['gmail.com', 'googlemail.com'],
    areOne: true,
    ignored: '.',
    source: 'https://support.google.com/mail/answer/7436150 and /10313',
  },
  {
    domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
    areOne: true,
    ignored: '._-',
    source:
      'https://proton.me/support/addresses-and-aliases; the signs as removeEmailAlias of github.com/ProtonMail/WebClients takes them out',
  },
  {
    domains: ['icloud.com', 'me.com', 'mac.com'],
    areOne: true,
    source: 'https://support.apple.com/118230',
  },
  {
    domains: words(`
      yandex.ru ya.ru narod.ru yandex.com yandex.by yandex.kz yandex.ua yandex.az yandex.com.am
      yandex.com.ge yandex.co.il yandex.ee yandex.fr yandex.kg yandex.lt yandex.lv yandex.md
      yandex.tj yandex.tm yandex.com.tr yandex.uz
    `),
    areOne: true,
    readAs: ['-', '.'],
    source:
      'https://yandex.com/support/id/authorization/email.html (a name is linked in all of Yandex’s domains); a hyphen and a dot are one in its names',
  },
  {
    // A name of Yahoo’s has letters, digits, underscores and one dot: what follows a hyphen is a tag.
    domains: words(`
      yahoo.com yahoo.ca yahoo.co.id yahoo.co.in yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk
      yahoo.co.za yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.cn yahoo.com.co yahoo.com.hk
      yahoo.com.mx yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw
      yahoo.com.ve yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr
      yahoo.hu yahoo.ie yahoo.in yahoo.it yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se
      myyahoo.com rocketmail.com ymail.com
    `),
    tag: '-',
    source:
      'https://help.yahoo.com/kb/SLN3523.html; what a name may hold: flanker/addresslib/plugins/yahoo.py of github.com/mailgun/flanker. Yahoo Japan is another company',
  },
  {
    // In a host name there is no underscore: a hyphen stands for it there, and for it alone.
    domains: words(`
      123mail.org 150mail.com 150ml.com 16mail.com 2-mail.com 4email.net 50mail.com airpost.net
      allmail.net bestmail.us cluemail.com elitemail.org emailcorner.net emailengine.net
      emailengine.org emailgroups.net emailplus.org emailuser.net eml.cc f-m.fm fast-email.com
      fast-mail.org fastem.com fastemail.us fastemailer.com fastest.cc fastimap.com fastmail.cn
      fastmail.co.uk fastmail.com fastmail.com.au fastmail.de fastmail.es fastmail.fm fastmail.fr
      fastmail.im fastmail.in fastmail.jp fastmail.mx fastmail.net fastmail.nl fastmail.org
      fastmail.se fastmail.to fastmail.tw fastmail.uk fastmail.us fastmailbox.net
      fastmessaging.com fea.st fmail.co.uk fmailbox.com fmgirl.com fmguy.com ftml.net h-mail.us
      hailmail.net imap-mail.com imap.cc imapmail.org inoutbox.com internet-e-mail.com
      internet-mail.org internetemails.net internetmailing.net jetemail.net justemail.net
      letterboxes.org mail-central.com mail-page.com mailandftp.com mailas.com mailbolt.com
      mailc.net mailcan.com mailforce.net mailftp.com mailhaven.com mailingaddress.org mailite.com
      mailmight.com mailnew.com mailsent.net mailservice.ms mailup.net mailworks.org ml1.net mm.st
      myfastmail.com mymacmail.com nospammail.net ownmail.net petml.com postinbox.com postpro.net
      proinbox.com promessage.com realemail.net reallyfast.biz reallyfast.info rushpost.com
      sent.as sent.at sent.com speedpost.net speedymail.org ssl-mail.com swift-mail.com
      the-fastest.net the-quickest.com theinternetemail.com veryfast.biz veryspeedy.net
      warpmail.net xsmail.com yepmail.net your-mail.com
    `),
    hasSubdomains: true,
    readAs: ['_', '-'],
    source:
      'https://www.fastmail.help/hc/en-us/articles/360060591053 and https://www.fastmail.com/blog/two-address-resolving-additions/',
  },
]

function words(list: string) {
  return list.trim().split(/\s+/)
}
