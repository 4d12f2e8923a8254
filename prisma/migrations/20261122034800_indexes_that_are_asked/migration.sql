-- Publications are a handful, and read all at once: no query ever asked these.
-- DropIndex
DROP INDEX "letter_version_language_id_idx";

-- DropIndex
DROP INDEX "letter_version_version_idx";

-- The mails of one organiser, among all those of signatories: whoever removes her, or counts the tests that
-- she sent herself, would walk through every mail of the campaign. Written by hand, as partial indexes are.
CREATE INDEX "mail_organiser" ON "mail" ("organiserId") WHERE "organiserId" IS NOT NULL;
