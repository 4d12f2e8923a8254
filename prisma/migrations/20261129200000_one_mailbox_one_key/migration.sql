-- The keys of addresses whose providers give one mailbox many spellings (lib/text/mailboxes.ts as it
-- was on this day). Running it again changes nothing.
--
-- Where several signatures turn out to be of one mailbox, none that was confirmed is lost: one has the new
-- key, the others keep theirs, which no form can give any more, and organisers are asked to look at them.
-- Of those that nobody has confirmed, the newest alone is kept, and none beside one that was confirmed.

CREATE TEMPORARY TABLE mailbox_key AS
WITH rule (domains, one, ignored, sign, other, tag, "hasSubdomains") AS (
  VALUES
    (ARRAY[
      'gmail.com', 'googlemail.com'
    ], 'gmail.com', '.', '', '', '', false),
    (ARRAY[
      'proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'
    ], 'proton.me', '._-', '', '', '', false),
    (ARRAY[
      'icloud.com', 'me.com', 'mac.com'
    ], 'icloud.com', '', '', '', '', false),
    (ARRAY[
      'yandex.ru', 'ya.ru', 'narod.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'yandex.ua',
      'yandex.az', 'yandex.com.am', 'yandex.com.ge', 'yandex.co.il', 'yandex.ee', 'yandex.fr',
      'yandex.kg', 'yandex.lt', 'yandex.lv', 'yandex.md', 'yandex.tj', 'yandex.tm',
      'yandex.com.tr', 'yandex.uz'
    ], 'yandex.ru', '', '-', '.', '', false),
    (ARRAY[
      'yahoo.com', 'yahoo.ca', 'yahoo.co.id', 'yahoo.co.in', 'yahoo.co.kr', 'yahoo.co.nz',
      'yahoo.co.th', 'yahoo.co.uk', 'yahoo.co.za', 'yahoo.com.ar', 'yahoo.com.au', 'yahoo.com.br',
      'yahoo.com.cn', 'yahoo.com.co', 'yahoo.com.hk', 'yahoo.com.mx', 'yahoo.com.my',
      'yahoo.com.pe', 'yahoo.com.ph', 'yahoo.com.sg', 'yahoo.com.tr', 'yahoo.com.tw',
      'yahoo.com.ve', 'yahoo.com.vn', 'yahoo.cz', 'yahoo.de', 'yahoo.dk', 'yahoo.es', 'yahoo.fi',
      'yahoo.fr', 'yahoo.gr', 'yahoo.hu', 'yahoo.ie', 'yahoo.in', 'yahoo.it', 'yahoo.nl',
      'yahoo.no', 'yahoo.pl', 'yahoo.pt', 'yahoo.ro', 'yahoo.se', 'myyahoo.com', 'rocketmail.com',
      'ymail.com'
    ], NULL, '', '', '', '-', false),
    (ARRAY[
      '123mail.org', '150mail.com', '150ml.com', '16mail.com', '2-mail.com', '4email.net',
      '50mail.com', 'airpost.net', 'allmail.net', 'bestmail.us', 'cluemail.com', 'elitemail.org',
      'emailcorner.net', 'emailengine.net', 'emailengine.org', 'emailgroups.net', 'emailplus.org',
      'emailuser.net', 'eml.cc', 'f-m.fm', 'fast-email.com', 'fast-mail.org', 'fastem.com',
      'fastemail.us', 'fastemailer.com', 'fastest.cc', 'fastimap.com', 'fastmail.cn',
      'fastmail.co.uk', 'fastmail.com', 'fastmail.com.au', 'fastmail.de', 'fastmail.es',
      'fastmail.fm', 'fastmail.fr', 'fastmail.im', 'fastmail.in', 'fastmail.jp', 'fastmail.mx',
      'fastmail.net', 'fastmail.nl', 'fastmail.org', 'fastmail.se', 'fastmail.to', 'fastmail.tw',
      'fastmail.uk', 'fastmail.us', 'fastmailbox.net', 'fastmessaging.com', 'fea.st',
      'fmail.co.uk', 'fmailbox.com', 'fmgirl.com', 'fmguy.com', 'ftml.net', 'h-mail.us',
      'hailmail.net', 'imap-mail.com', 'imap.cc', 'imapmail.org', 'inoutbox.com',
      'internet-e-mail.com', 'internet-mail.org', 'internetemails.net', 'internetmailing.net',
      'jetemail.net', 'justemail.net', 'letterboxes.org', 'mail-central.com', 'mail-page.com',
      'mailandftp.com', 'mailas.com', 'mailbolt.com', 'mailc.net', 'mailcan.com', 'mailforce.net',
      'mailftp.com', 'mailhaven.com', 'mailingaddress.org', 'mailite.com', 'mailmight.com',
      'mailnew.com', 'mailsent.net', 'mailservice.ms', 'mailup.net', 'mailworks.org', 'ml1.net',
      'mm.st', 'myfastmail.com', 'mymacmail.com', 'nospammail.net', 'ownmail.net', 'petml.com',
      'postinbox.com', 'postpro.net', 'proinbox.com', 'promessage.com', 'realemail.net',
      'reallyfast.biz', 'reallyfast.info', 'rushpost.com', 'sent.as', 'sent.at', 'sent.com',
      'speedpost.net', 'speedymail.org', 'ssl-mail.com', 'swift-mail.com', 'the-fastest.net',
      'the-quickest.com', 'theinternetemail.com', 'veryfast.biz', 'veryspeedy.net',
      'warpmail.net', 'xsmail.com', 'yepmail.net', 'your-mail.com'
    ], NULL, '', '_', '-', '', true)
), known AS (
  SELECT unnest(domains) AS base, one, ignored, sign, other, tag, "hasSubdomains" FROM rule
), part AS (
  SELECT id, status, "submittedAt", "emailKey" AS former,
    substring("emailKey" FROM '^(.*)@') AS name, substring("emailKey" FROM '@([^@]*)$') AS domain
  FROM signature WHERE "emailKey" IS NOT NULL
), ruled AS (
  SELECT part.*, known.*, name AS own FROM part JOIN known ON known.base = part.domain
  UNION ALL
  -- What stands before name.domain: a domain of the table has two labels or three.
  SELECT part.*, known.*, split_part(left(part.domain, -length(known.base) - 1), '.', -1) AS own
  FROM part
  CROSS JOIN LATERAL unnest(ARRAY[
    substring(domain FROM '\.([^.]+\.[^.]+)$'), substring(domain FROM '\.([^.]+\.[^.]+\.[^.]+)$')
  ]) AS below
  JOIN known ON known.base = below AND known."hasSubdomains"
), untagged AS (
  SELECT *, coalesce(nullif(split_part(own, '+', 1), ''), own) AS plain FROM ruled
), tagless AS (
  SELECT *, CASE WHEN tag = '' THEN plain
    ELSE coalesce(nullif(split_part(plain, tag, 1), ''), plain) END AS mailbox
  FROM untagged
), bare AS (
  SELECT *, coalesce(nullif(translate(mailbox, ignored, ''), ''), mailbox) AS bare FROM tagless
)
SELECT id, status, "submittedAt", former,
  CASE WHEN sign = '' THEN bare ELSE replace(bare, sign, other) END || '@' || coalesce(one, base) AS key
FROM bare;

-- Whose key is the new one already stands here too, with former = key: it is asked for first below.
CREATE INDEX ON mailbox_key (key);

DELETE FROM signature USING mailbox_key mine
WHERE signature.id = mine.id AND signature.status = 'pending' AND EXISTS (
  SELECT FROM mailbox_key beside
  WHERE beside.key = mine.key AND beside.id <> mine.id
    AND (beside.status <> 'pending'
      OR (beside."submittedAt", beside.id) > (mine."submittedAt", mine.id))
);

DELETE FROM mailbox_key WHERE NOT EXISTS (SELECT FROM signature WHERE signature.id = mailbox_key.id);

CREATE TEMPORARY TABLE mailbox_holder AS
SELECT DISTINCT ON (key) key, id FROM mailbox_key
ORDER BY key, (former = key) DESC,
  array_position(ARRAY['confirmed', 'held', 'removed', 'pending', 'withdrawn'], status::text),
  "submittedAt", id;

UPDATE signature SET "emailKey" = mailbox_holder.key
FROM mailbox_holder
WHERE signature.id = mailbox_holder.id AND signature."emailKey" <> mailbox_holder.key;

INSERT INTO name_report (id, "signatureId", reason)
SELECT gen_random_uuid(), mine.id, 'same-mailbox'
FROM mailbox_key mine JOIN mailbox_holder ON mailbox_holder.key = mine.key
WHERE mine.id <> mailbox_holder.id AND mine.status IN ('confirmed', 'held')
  AND NOT EXISTS (
    SELECT FROM name_report known
    WHERE known."signatureId" = mine.id AND known.reason = 'same-mailbox');

DROP TABLE mailbox_key, mailbox_holder;
