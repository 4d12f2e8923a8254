-- The schema of version 0.1.0: its migrations, one behind the other, without comments.
CREATE TYPE "SignatureKind" AS ENUM ('individual', 'organisation');
CREATE TYPE "SignatureStatus" AS ENUM ('pending', 'confirmed', 'withdrawn');
CREATE TYPE "SigningCapacity" AS ENUM ('personal', 'official');
CREATE TYPE "MailKind" AS ENUM ('confirm', 'already_signed');
CREATE TYPE "MailStatus" AS ENUM ('waiting', 'sent', 'failed');
CREATE TABLE "signature" (
    "id" UUID NOT NULL,
    "emailKey" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "status" "SignatureStatus" NOT NULL DEFAULT 'pending',
    "name" TEXT NOT NULL,
    "kind" "SignatureKind" NOT NULL,
    "organisation" TEXT,
    "role" TEXT,
    "category" TEXT,
    "country" TEXT,
    "statement" TEXT,
    "capacity" "SigningCapacity" NOT NULL DEFAULT 'personal',
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "wantsUpdates" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "letterVersion" TEXT NOT NULL,
    "searchKey" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "confirmation_link" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "confirmation_link_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'waiting',
    "signatureId" UUID NOT NULL,
    "linkId" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "signature_emailKey_key" ON "signature"("emailKey");
CREATE INDEX "signature_confirmedAt_id_idx" ON "signature"("confirmedAt" DESC, "id" DESC);
CREATE UNIQUE INDEX "confirmation_link_tokenHash_key" ON "confirmation_link"("tokenHash");
CREATE INDEX "confirmation_link_signatureId_idx" ON "confirmation_link"("signatureId");
CREATE INDEX "mail_status_nextAttemptAt_idx" ON "mail"("status", "nextAttemptAt");
CREATE INDEX "mail_signatureId_kind_createdAt_idx" ON "mail"("signatureId", "kind", "createdAt");
ALTER TABLE "confirmation_link" ADD CONSTRAINT "confirmation_link_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "confirmation_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "signature_search" ON "signature" USING gin ("searchKey" gin_trgm_ops)
  WHERE "status" = 'confirmed' AND "isPublic";
CREATE INDEX "signature_public_list" ON "signature" ("confirmedAt" DESC, "id" DESC)
  WHERE "status" = 'confirmed' AND "isPublic";
CREATE INDEX "signature_tally" ON "signature" ("kind", "country") WHERE "status" = 'confirmed';
CREATE TABLE "organiser" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_session" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_session_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "organiser_email_key" ON "organiser"("email");
CREATE UNIQUE INDEX "sign_in_link_tokenHash_key" ON "sign_in_link"("tokenHash");
CREATE INDEX "sign_in_link_organiserId_idx" ON "sign_in_link"("organiserId");
CREATE UNIQUE INDEX "organiser_session_tokenHash_key" ON "organiser_session"("tokenHash");
CREATE INDEX "organiser_session_organiserId_idx" ON "organiser_session"("organiserId");
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organiser_session" ADD CONSTRAINT "organiser_session_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TYPE "HoldReason" AS ENUM ('imitation', 'disposable_address', 'organisation_unverified', 'organisation_double', 'network_burst', 'domain_burst', 'reported');
CREATE TYPE "SignatureEventKind" AS ENUM ('submitted', 'confirmed', 'held', 'released', 'corrected', 'withdrawn', 'reported', 'reminded', 'extended');
CREATE TYPE "StatementStatus" AS ENUM ('none', 'waiting', 'approved', 'refused');
ALTER TYPE "MailKind" ADD VALUE 'reminder';
ALTER TYPE "MailKind" ADD VALUE 'held';
ALTER TYPE "MailKind" ADD VALUE 'own_link';
ALTER TYPE "SignatureStatus" ADD VALUE 'held';
ALTER TABLE "confirmation_link" ADD COLUMN     "codeTries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "disownHash" TEXT NOT NULL
  DEFAULT encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'),
ALTER COLUMN "details" DROP NOT NULL;
ALTER TABLE "confirmation_link" ALTER COLUMN "disownHash" DROP DEFAULT;
ALTER TABLE "mail" ADD COLUMN     "ownLinkId" UUID;
ALTER TABLE "signature" ADD COLUMN     "consentVersion" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "holdReasons" "HoldReason"[],
ADD COLUMN     "isDomainVerified" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "networkHash" TEXT,
ADD COLUMN     "organisationKey" TEXT,
ADD COLUMN     "statementStatus" "StatementStatus" NOT NULL DEFAULT 'none',
ADD COLUMN     "website" TEXT,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3),
ALTER COLUMN "emailKey" DROP NOT NULL;
CREATE TABLE "own_link" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    CONSTRAINT "own_link_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "own_session" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "own_session_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "signature_event" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "kind" "SignatureEventKind" NOT NULL,
    "codes" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "signature_event_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "name_report" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "networkHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "name_report_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "suppression" (
    "keyHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "suppression_pkey" PRIMARY KEY ("keyHash")
);
CREATE UNIQUE INDEX "own_link_tokenHash_key" ON "own_link"("tokenHash");
CREATE INDEX "own_link_signatureId_idx" ON "own_link"("signatureId");
CREATE UNIQUE INDEX "own_session_tokenHash_key" ON "own_session"("tokenHash");
CREATE INDEX "own_session_signatureId_idx" ON "own_session"("signatureId");
CREATE INDEX "signature_event_signatureId_id_idx" ON "signature_event"("signatureId", "id");
CREATE UNIQUE INDEX "name_report_signatureId_networkHash_key" ON "name_report"("signatureId", "networkHash");
CREATE UNIQUE INDEX "confirmation_link_disownHash_key" ON "confirmation_link"("disownHash");
CREATE INDEX "mail_linkId_idx" ON "mail"("linkId");
CREATE INDEX "mail_ownLinkId_idx" ON "mail"("ownLinkId");
CREATE INDEX "signature_status_submittedAt_idx" ON "signature"("status", "submittedAt");
CREATE INDEX "signature_networkHash_submittedAt_idx" ON "signature"("networkHash", "submittedAt");
CREATE INDEX "signature_organisationKey_idx" ON "signature"("organisationKey");
ALTER TABLE "own_link" ADD CONSTRAINT "own_link_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "own_session" ADD CONSTRAINT "own_session_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "signature_event" ADD CONSTRAINT "signature_event_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "name_report" ADD CONSTRAINT "name_report_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_ownLinkId_fkey" FOREIGN KEY ("ownLinkId") REFERENCES "own_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TABLE "retention_run" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);
CREATE TYPE "LetterChange" AS ENUM ('first', 'correction', 'material');
ALTER TYPE "MailKind" ADD VALUE 'extend';
ALTER TABLE "mail" ADD COLUMN     "extensionId" UUID;
ALTER TABLE "signature" ADD COLUMN     "extendedAt" TIMESTAMPTZ(3);
CREATE TABLE "letter_version" (
    "id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "level" "LetterChange" NOT NULL,
    "title" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "letter_version_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "extension_link" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "askedFor" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    CONSTRAINT "extension_link_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "letter_version_language_id_idx" ON "letter_version"("language", "id");
CREATE INDEX "letter_version_version_idx" ON "letter_version"("version");
CREATE UNIQUE INDEX "extension_link_tokenHash_key" ON "extension_link"("tokenHash");
CREATE UNIQUE INDEX "extension_link_signatureId_askedFor_key" ON "extension_link"("signatureId", "askedFor");
CREATE INDEX "mail_extensionId_idx" ON "mail"("extensionId");
ALTER TABLE "extension_link" ADD CONSTRAINT "extension_link_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_extensionId_fkey" FOREIGN KEY ("extensionId") REFERENCES "extension_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "signature" ADD COLUMN     "logoHash" TEXT;
CREATE TABLE "organisation_logo" (
    "signatureId" UUID NOT NULL,
    "image" BYTEA NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organisation_logo_pkey" PRIMARY KEY ("signatureId")
);
ALTER TABLE "organisation_logo" ADD CONSTRAINT "organisation_logo_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
DROP INDEX signature_tally;
CREATE INDEX signature_tally ON signature (kind, country, "letterVersion") WHERE status = 'confirmed';
CREATE TYPE "OrganiserRole" AS ENUM ('viewer', 'moderator', 'exporter', 'owner');
ALTER TABLE "organiser" ADD COLUMN     "role" "OrganiserRole" NOT NULL DEFAULT 'viewer';
CREATE TABLE "audit_record" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organiserId" UUID,
    "networkHash" TEXT,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "rows" INTEGER,
    "fileHash" TEXT,
    "details" JSONB NOT NULL,
    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("id")
);
UPDATE "organiser" SET "role" = 'owner';
CREATE TABLE "campaign_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "campaign_setting_pkey" PRIMARY KEY ("key")
);
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "isApproved" BOOLEAN NOT NULL DEFAULT false,
    "usedAt" TIMESTAMPTZ(3),
    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "approval_kind_subject_idx" ON "approval"("kind", "subject");
CREATE INDEX "approval_expiresAt_idx" ON "approval"("expiresAt");
CREATE TYPE "CampaignState" AS ENUM ('preview', 'open', 'paused', 'closed');
CREATE TABLE "campaign_run" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "state" "CampaignState" NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "previewId" UUID NOT NULL,
    "pauseNotes" JSONB NOT NULL DEFAULT '{}',
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "campaign_run_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "audit_record" ADD COLUMN     "hash" TEXT,
ADD COLUMN     "place" BIGINT,
ADD COLUMN     "previousHash" TEXT;
CREATE UNIQUE INDEX "audit_record_place_key" ON "audit_record"("place");
CREATE INDEX "audit_record_kind_place_idx" ON "audit_record"("kind", "place");
CREATE INDEX "audit_record_organiserId_place_idx" ON "audit_record"("organiserId", "place");
CREATE INDEX "audit_record_at_idx" ON "audit_record"("at");
CREATE FUNCTION "audit_field"(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '~')
$$;
CREATE FUNCTION "audit_hash"(record public."audit_record") RETURNS TEXT
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n',
    'open-letter-trail-1',
    public."audit_field"(record.id::text),
    public."audit_field"(record.place::text),
    public."audit_field"(to_char(record.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    public."audit_field"(record."organiserId"::text),
    public."audit_field"(record."networkHash"),
    public."audit_field"(record.kind),
    public."audit_field"(record.subject),
    public."audit_field"(record.rows::text),
    public."audit_field"(record."fileHash"),
    public."audit_field"(record.details::text),
    public."audit_field"(record."previousHash")
  ), 'UTF8')), 'hex')
$$;
CREATE FUNCTION "audit_seal"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  sealed public."audit_record";
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit_record', 0));
  SELECT * INTO STRICT sealed FROM public."audit_record" WHERE id = NEW.id;
  sealed.at := date_trunc('milliseconds', clock_timestamp());
  SELECT place + 1, hash INTO sealed.place, sealed."previousHash"
    FROM (
      SELECT place, hash FROM public."audit_record"
      WHERE place IS NOT NULL ORDER BY place DESC LIMIT 1
    ) AS last;
  sealed.place := coalesce(sealed.place, 1);
  sealed."previousHash" := coalesce(sealed."previousHash", repeat('0', 64));
  sealed.hash := public."audit_hash"(sealed);
  UPDATE public."audit_record"
    SET at = sealed.at, place = sealed.place, "previousHash" = sealed."previousHash",
      hash = sealed.hash
    WHERE id = NEW.id;
  RETURN NULL;
END
$$;
CREATE FUNCTION "audit_begin"() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.at := clock_timestamp();
  NEW.place := NULL;
  NEW."previousHash" := NULL;
  NEW.hash := NULL;
  RETURN NEW;
END
$$;
CREATE FUNCTION "audit_refuse"() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.hash IS NULL AND NEW.hash IS NOT NULL AND
      (OLD.id, OLD."organiserId", OLD."networkHash", OLD.kind, OLD.subject, OLD.rows,
        OLD."fileHash", OLD.details) IS NOT DISTINCT FROM
      (NEW.id, NEW."organiserId", NEW."networkHash", NEW.kind, NEW.subject, NEW.rows,
        NEW."fileHash", NEW.details)
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit_record is append-only: % is refused', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;
DO $$
DECLARE
  old RECORD;
  sealed "audit_record";
  last_hash TEXT := repeat('0', 64);
  last_place BIGINT := 0;
BEGIN
  FOR old IN SELECT id FROM "audit_record" ORDER BY id LOOP
    SELECT * INTO sealed FROM "audit_record" WHERE id = old.id;
    sealed.place := last_place + 1;
    sealed."previousHash" := last_hash;
    sealed.hash := "audit_hash"(sealed);
    UPDATE "audit_record"
      SET place = sealed.place, "previousHash" = sealed."previousHash", hash = sealed.hash
      WHERE id = old.id;
    last_place := sealed.place;
    last_hash := sealed.hash;
  END LOOP;
END
$$;
CREATE TRIGGER "audit_begin" BEFORE INSERT ON "audit_record"
  FOR EACH ROW EXECUTE FUNCTION "audit_begin"();
CREATE CONSTRAINT TRIGGER "audit_seal" AFTER INSERT ON "audit_record"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "audit_seal"();
CREATE TRIGGER "audit_refuse_change" BEFORE UPDATE OR DELETE ON "audit_record"
  FOR EACH ROW EXECUTE FUNCTION "audit_refuse"();
CREATE TRIGGER "audit_refuse_truncate" BEFORE TRUNCATE ON "audit_record"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();
CREATE TYPE "BulkActionKind" AS ENUM ('hold', 'release', 'remove');
CREATE TYPE "BulkActionState" AS ENUM ('preview', 'running', 'done', 'undoing', 'undone');
CREATE TYPE "BulkMemberState" AS ENUM ('waiting', 'done', 'changed', 'undone', 'kept');
ALTER TYPE "HoldReason" ADD VALUE 'by_hand';
ALTER TYPE "MailKind" ADD VALUE 'corrected';
ALTER TYPE "SignatureEventKind" ADD VALUE 'removed';
ALTER TYPE "SignatureEventKind" ADD VALUE 'restored';
ALTER TYPE "SignatureEventKind" ADD VALUE 'hidden';
ALTER TYPE "SignatureEventKind" ADD VALUE 'shown';
ALTER TYPE "SignatureEventKind" ADD VALUE 'statement_approved';
ALTER TYPE "SignatureEventKind" ADD VALUE 'statement_refused';
ALTER TYPE "SignatureEventKind" ADD VALUE 'featured';
ALTER TYPE "SignatureEventKind" ADD VALUE 'unfeatured';
ALTER TYPE "SignatureStatus" ADD VALUE 'removed';
ALTER TABLE "signature" ADD COLUMN     "featuredOrder" INTEGER,
ADD COLUMN     "isHidden" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removedAt" TIMESTAMPTZ(3);
ALTER TABLE "signature_event" ADD COLUMN     "organiserId" UUID;
CREATE TABLE "bulk_action" (
    "id" UUID NOT NULL,
    "kind" "BulkActionKind" NOT NULL,
    "state" "BulkActionState" NOT NULL DEFAULT 'preview',
    "holdReason" "HoldReason",
    "rule" JSONB,
    "rows" INTEGER NOT NULL,
    "organiserId" UUID NOT NULL,
    "networkHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "undoneBy" UUID,
    CONSTRAINT "bulk_action_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "bulk_action_member" (
    "bulkActionId" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "contents" TEXT NOT NULL,
    "state" "BulkMemberState" NOT NULL DEFAULT 'waiting',
    "doneAt" TIMESTAMPTZ(3),
    CONSTRAINT "bulk_action_member_pkey" PRIMARY KEY ("bulkActionId","signatureId")
);
CREATE INDEX "bulk_action_state_idx" ON "bulk_action"("state");
CREATE INDEX "bulk_action_member_bulkActionId_state_idx" ON "bulk_action_member"("bulkActionId", "state");
CREATE INDEX "bulk_action_member_signatureId_idx" ON "bulk_action_member"("signatureId");
CREATE INDEX "signature_submittedAt_id_idx" ON "signature"("submittedAt", "id");
CREATE INDEX "signature_country_submittedAt_idx" ON "signature"("country", "submittedAt");
CREATE INDEX "signature_statementStatus_submittedAt_idx" ON "signature"("statementStatus", "submittedAt");
CREATE INDEX "signature_featuredOrder_idx" ON "signature"("featuredOrder");
ALTER TABLE "bulk_action_member" ADD CONSTRAINT "bulk_action_member_bulkActionId_fkey" FOREIGN KEY ("bulkActionId") REFERENCES "bulk_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "bulk_action_member" ADD CONSTRAINT "bulk_action_member_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "signature_email_prefix" ON "signature" ("email" text_pattern_ops);
CREATE INDEX "signature_mail_domain" ON "signature" (split_part("email", '@', 2), "submittedAt");
DROP INDEX "signature_search";
CREATE INDEX "signature_search" ON "signature" USING gin ("searchKey" gin_trgm_ops);
CREATE TYPE "MailDelivery" AS ENUM ('accepted', 'delayed', 'soft_bounced', 'failed', 'delivered', 'suppressed', 'bounced', 'complained');
CREATE TYPE "MailBatchStatus" AS ENUM ('open', 'answered', 'unknown');
CREATE TYPE "SuppressionReason" AS ENUM ('wish', 'bounced', 'complained');
ALTER TYPE "MailStatus" ADD VALUE 'sending';
ALTER TYPE "MailStatus" ADD VALUE 'unknown';
ALTER TYPE "MailStatus" ADD VALUE 'suppressed';
DROP INDEX "mail_status_nextAttemptAt_idx";
ALTER TABLE "mail" ADD COLUMN     "batchId" UUID,
ADD COLUMN     "deliveredAt" TIMESTAMPTZ(3),
ADD COLUMN     "delivery" "MailDelivery",
ADD COLUMN     "isAlone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "place" INTEGER,
ADD COLUMN     "providerId" TEXT;
ALTER TABLE "suppression" ADD COLUMN     "reason" "SuppressionReason" NOT NULL DEFAULT 'wish';
CREATE TABLE "mail_batch" (
    "id" UUID NOT NULL,
    "status" "MailBatchStatus" NOT NULL DEFAULT 'open',
    "importance" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "payload" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "firstTriedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "mail_batch_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "mail_gate" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "nextCallAt" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "closedUntil" TIMESTAMPTZ(3) NOT NULL,
    "lastError" TEXT,
    CONSTRAINT "mail_gate_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "mail_minute" (
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "mails" INTEGER NOT NULL,
    CONSTRAINT "mail_minute_pkey" PRIMARY KEY ("minute")
);
CREATE TABLE "mail_event" (
    "id" TEXT NOT NULL,
    "mailId" UUID NOT NULL,
    "kind" "MailDelivery" NOT NULL,
    "code" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "mail_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "mail_batch_status_nextAttemptAt_idx" ON "mail_batch"("status", "nextAttemptAt");
CREATE INDEX "mail_batch_createdAt_idx" ON "mail_batch"("createdAt");
CREATE INDEX "mail_event_mailId_at_idx" ON "mail_event"("mailId", "at");
CREATE INDEX "mail_status_kind_nextAttemptAt_id_idx" ON "mail"("status", "kind", "nextAttemptAt", "id");
CREATE INDEX "mail_batchId_idx" ON "mail"("batchId");
CREATE INDEX "mail_providerId_idx" ON "mail"("providerId");
ALTER TABLE "mail" ADD CONSTRAINT "mail_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "mail_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "mail_event" ADD CONSTRAINT "mail_event_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TYPE "UpdateStatus" AS ENUM ('draft', 'sending', 'paused', 'cancelled', 'done');
ALTER TYPE "MailKind" ADD VALUE 'update';
ALTER TYPE "MailKind" ADD VALUE 'update_test';
ALTER TYPE "SignatureEventKind" ADD VALUE 'unsubscribed';
ALTER TABLE "mail" ADD COLUMN     "locale" TEXT,
ADD COLUMN     "organiserId" UUID,
ADD COLUMN     "updateId" UUID,
ALTER COLUMN "signatureId" DROP NOT NULL;
CREATE TABLE "signatory_update" (
    "id" UUID NOT NULL,
    "status" "UpdateStatus" NOT NULL DEFAULT 'draft',
    "texts" JSONB NOT NULL,
    "country" TEXT,
    "kind" "SignatureKind",
    "writtenById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "recipients" INTEGER,
    "reached" UUID,
    CONSTRAINT "signatory_update_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "mail_day" (
    "day" DATE NOT NULL,
    "domain" TEXT NOT NULL,
    "written" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "bounced" INTEGER NOT NULL,
    "complained" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "medianDeliveryMs" INTEGER,
    "medianConfirmMs" INTEGER,
    CONSTRAINT "mail_day_pkey" PRIMARY KEY ("day","domain")
);
CREATE INDEX "signatory_update_status_idx" ON "signatory_update"("status");
CREATE UNIQUE INDEX "mail_updateId_signatureId_key" ON "mail"("updateId", "signatureId");
ALTER TABLE "mail" ADD CONSTRAINT "mail_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "signatory_update"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sign_in_link" DROP CONSTRAINT "sign_in_link_organiserId_fkey";
ALTER TABLE "organiser" ADD COLUMN     "hasSecondFactor" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
DELETE FROM "organiser_session";
ALTER TABLE "organiser_session" ADD COLUMN     "browser" TEXT,
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "networkHash" TEXT,
ADD COLUMN     "secondFactorAt" TIMESTAMPTZ(3);
DROP TABLE "sign_in_link";
CREATE TABLE "organiser_link" (
    "id" UUID NOT NULL,
    "organiserId" UUID,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    CONSTRAINT "organiser_link_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_password" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "providerId" TEXT NOT NULL DEFAULT 'credential',
    "accountId" TEXT NOT NULL,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_password_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_code_app" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "recoveryCodes" TEXT NOT NULL,
    "isVerified" BOOLEAN NOT NULL DEFAULT false,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "codesKeptAt" TIMESTAMPTZ(3),
    CONSTRAINT "organiser_code_app_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_passkey" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "name" TEXT,
    "publicKey" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "deviceType" TEXT NOT NULL,
    "isBackedUp" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_passkey_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_challenge" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_challenge_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_used_code" (
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_used_code_pkey" PRIMARY KEY ("codeHash")
);
CREATE UNIQUE INDEX "organiser_link_tokenHash_key" ON "organiser_link"("tokenHash");
CREATE INDEX "organiser_link_organiserId_idx" ON "organiser_link"("organiserId");
CREATE UNIQUE INDEX "organiser_password_organiserId_providerId_key" ON "organiser_password"("organiserId", "providerId");
CREATE UNIQUE INDEX "organiser_code_app_organiserId_key" ON "organiser_code_app"("organiserId");
CREATE UNIQUE INDEX "organiser_passkey_credentialId_key" ON "organiser_passkey"("credentialId");
CREATE INDEX "organiser_passkey_organiserId_idx" ON "organiser_passkey"("organiserId");
CREATE INDEX "organiser_challenge_identifier_idx" ON "organiser_challenge"("identifier");
CREATE INDEX "organiser_challenge_expiresAt_idx" ON "organiser_challenge"("expiresAt");
CREATE INDEX "organiser_session_expiresAt_idx" ON "organiser_session"("expiresAt");
ALTER TABLE "organiser_link" ADD CONSTRAINT "organiser_link_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organiser_password" ADD CONSTRAINT "organiser_password_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organiser_code_app" ADD CONSTRAINT "organiser_code_app_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organiser_passkey" ADD CONSTRAINT "organiser_passkey_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TYPE "PaperBatchStatus" AS ENUM ('uploaded', 'checked', 'importing', 'imported', 'undone');
CREATE TYPE "PaperRowState" AS ENUM ('waiting', 'ready', 'wrong', 'double', 'likely', 'taken');
ALTER TABLE "signature" ADD COLUMN     "paperBatchId" UUID;
CREATE TABLE "paper_batch" (
    "id" UUID NOT NULL,
    "status" "PaperBatchStatus" NOT NULL DEFAULT 'uploaded',
    "fileName" TEXT NOT NULL,
    "header" TEXT[],
    "columns" TEXT[],
    "place" TEXT NOT NULL DEFAULT '',
    "gatheredOn" TEXT NOT NULL DEFAULT '',
    "gatheredBy" TEXT NOT NULL DEFAULT '',
    "typedBy" TEXT NOT NULL DEFAULT '',
    "proof" TEXT NOT NULL DEFAULT '',
    "allPublic" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "importedRows" INTEGER NOT NULL DEFAULT 0,
    "organiserId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    CONSTRAINT "paper_batch_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "paper_row" (
    "batchId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" TEXT[],
    "state" "PaperRowState" NOT NULL DEFAULT 'waiting',
    "faults" TEXT[],
    "doubleOf" INTEGER,
    "isTicked" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "paper_row_pkey" PRIMARY KEY ("batchId","number")
);
CREATE INDEX "paper_row_batchId_state_number_idx" ON "paper_row"("batchId", "state", "number");
CREATE INDEX "signature_paperBatchId_idx" ON "signature"("paperBatchId");
ALTER TABLE "signature" ADD CONSTRAINT "signature_paperBatchId_fkey" FOREIGN KEY ("paperBatchId") REFERENCES "paper_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "paper_row" ADD CONSTRAINT "paper_row_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "paper_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "signature" ADD COLUMN     "cameFrom" TEXT,
ADD COLUMN     "referrerHost" TEXT;
CREATE TABLE "campaign_figures" (
    "kind" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "campaign_figures_pkey" PRIMARY KEY ("kind")
);
CREATE INDEX "signature_confirmed_when" ON "signature" ("confirmedAt") WHERE "status" = 'confirmed';
CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'making', 'made', 'failed');
CREATE TABLE "delivery_snapshot" (
    "id" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edition" JSONB NOT NULL,
    "takenAt" TIMESTAMPTZ(3),
    "tally" JSONB,
    "named" INTEGER,
    "root" TEXT,
    "branches" BYTEA,
    "state" "DeliveryState" NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "firstHash" TEXT,
    "packHash" TEXT,
    "packBytes" BIGINT,
    "packErased" INTEGER,
    "madeAt" TIMESTAMPTZ(3),
    CONSTRAINT "delivery_snapshot_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "delivery_member" (
    "snapshotId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "leaf" BYTEA NOT NULL,
    "salt" BYTEA,
    "record" TEXT,
    "isNamed" BOOLEAN NOT NULL,
    "signatureId" UUID,
    CONSTRAINT "delivery_member_pkey" PRIMARY KEY ("snapshotId","place")
);
CREATE INDEX "delivery_snapshot_state_idx" ON "delivery_snapshot"("state");
CREATE INDEX "delivery_member_signatureId_idx" ON "delivery_member"("signatureId");
ALTER TABLE "delivery_member" ADD CONSTRAINT "delivery_member_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "delivery_snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE FUNCTION erase_frozen_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE delivery_member
  SET record = NULL,
      salt = NULL,
      "signatureId" = CASE WHEN TG_OP = 'DELETE' OR NEW.status = 'withdrawn' THEN NULL ELSE "signatureId" END
  WHERE "signatureId" = OLD.id
    AND (TG_OP = 'DELETE' OR NEW.status = 'withdrawn' OR "isNamed");
  RETURN NULL;
END
$$;
CREATE TRIGGER erase_frozen_when_taken_back AFTER UPDATE OF status ON signature
FOR EACH ROW WHEN (NEW.status = 'withdrawn' AND OLD.status <> 'withdrawn')
EXECUTE FUNCTION erase_frozen_member();
CREATE TRIGGER erase_frozen_when_hidden AFTER UPDATE OF "isPublic", "isHidden" ON signature
FOR EACH ROW WHEN (OLD."isPublic" AND NOT OLD."isHidden" AND NOT (NEW."isPublic" AND NOT NEW."isHidden"))
EXECUTE FUNCTION erase_frozen_member();
CREATE TRIGGER erase_frozen_when_deleted AFTER DELETE ON signature
FOR EACH ROW EXECUTE FUNCTION erase_frozen_member();
CREATE TYPE "ExportState" AS ENUM ('sending', 'sent', 'broken');
CREATE TABLE "export_run" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "state" "ExportState" NOT NULL DEFAULT 'sending',
    "endedAt" TIMESTAMPTZ(3),
    "fileHash" TEXT,
    CONSTRAINT "export_run_pkey" PRIMARY KEY ("id")
);
CREATE TYPE "NewsState" AS ENUM ('draft', 'published', 'withdrawn');
CREATE TABLE "news_item" (
    "id" UUID NOT NULL,
    "state" "NewsState" NOT NULL DEFAULT 'draft',
    "slug" TEXT,
    "written" JSONB NOT NULL,
    "shown" JSONB,
    "writtenById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),
    CONSTRAINT "news_item_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "news_item_slug_key" ON "news_item"("slug");
CREATE INDEX "news_item_state_idx" ON "news_item"("state");
CREATE TYPE "HookEvent" AS ENUM ('confirmed', 'withdrawn', 'test');
CREATE TYPE "HookMessageStatus" AS ENUM ('waiting', 'delivered', 'failed');
CREATE TABLE "hook" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "sealedSecret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failingSince" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    CONSTRAINT "hook_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "hook_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "position" BIGSERIAL NOT NULL,
    "hookId" UUID NOT NULL,
    "event" "HookEvent" NOT NULL,
    "signatureId" UUID,
    "about" JSONB NOT NULL DEFAULT '{}',
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "HookMessageStatus" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAnswer" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    CONSTRAINT "hook_message_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "hook_message_hookId_position_idx" ON "hook_message"("hookId", "position");
CREATE INDEX "hook_message_hookId_status_position_idx" ON "hook_message"("hookId", "status", "position");
CREATE INDEX "hook_message_hookId_signatureId_position_idx" ON "hook_message"("hookId", "signatureId", "position");
CREATE INDEX "hook_message_endedAt_idx" ON "hook_message"("endedAt");
ALTER TABLE "hook_message" ADD CONSTRAINT "hook_message_hookId_fkey" FOREIGN KEY ("hookId") REFERENCES "hook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TYPE "MailKind" ADD VALUE 'organiser_invitation';
ALTER TYPE "MailKind" ADD VALUE 'organiser_reset';
ALTER TABLE "mail" ADD COLUMN     "organiserLinkId" UUID;
CREATE INDEX "mail_organiserLinkId_idx" ON "mail"("organiserLinkId");
ALTER TABLE "mail" ADD CONSTRAINT "mail_organiserLinkId_fkey" FOREIGN KEY ("organiserLinkId") REFERENCES "organiser_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" DROP COLUMN "place",
ALTER COLUMN "nextAttemptAt" SET DEFAULT transaction_timestamp();
ALTER TABLE "mail_batch" ALTER COLUMN "createdAt" SET DEFAULT transaction_timestamp();
ALTER TABLE "mail_event" DROP COLUMN "receivedAt";
DROP INDEX "letter_version_language_id_idx";
DROP INDEX "letter_version_version_idx";
CREATE INDEX "mail_organiser" ON "mail" ("organiserId") WHERE "organiserId" IS NOT NULL;
ALTER TYPE "HoldReason" ADD VALUE 'removed_before';
ALTER TYPE "MailKind" ADD VALUE 'account_notice';
DELETE FROM "approval";
ALTER TABLE "approval" ADD COLUMN     "sealedSubject" BYTEA NOT NULL;
ALTER TABLE "mail" ADD COLUMN     "notice" TEXT,
ADD COLUMN     "noticeAbout" TEXT;
ALTER TABLE "organiser" ADD COLUMN     "locale" TEXT;
CREATE TABLE "removed_address" (
    "addressHash" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "removed_address_pkey" PRIMARY KEY ("addressHash")
);
UPDATE "organiser_code_app" SET "recoveryCodes" = '[]';
ALTER TABLE "confirmation_link" ADD COLUMN     "browserHash" TEXT,
ADD COLUMN     "isMailed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "confirmation_link" SET "submittedAt" = "createdAt";
CREATE TABLE "app_secret" (
    "keyId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "sealed" BYTEA,
    CONSTRAINT "app_secret_pkey" PRIMARY KEY ("keyId")
);
CREATE UNIQUE INDEX "app_secret_place_key" ON "app_secret"("place");
ALTER TABLE "name_report" ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ALTER COLUMN "networkHash" DROP NOT NULL;
ALTER TABLE "suppression" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "signatureId" UUID;
CREATE TABLE "automatic_act" (
    "brake" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "automatic_act_pkey" PRIMARY KEY ("brake","subject")
);
CREATE TABLE "brake" (
    "name" TEXT NOT NULL,
    "onSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heldBack" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "brake_pkey" PRIMARY KEY ("name")
);
CREATE INDEX "automatic_act_brake_at_idx" ON "automatic_act"("brake", "at");
CREATE INDEX "suppression_createdAt_keyHash_idx" ON "suppression"("createdAt" DESC, "keyHash" DESC);
CREATE INDEX "suppression_signatureId_idx" ON "suppression"("signatureId");
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TYPE "PaperRowState" ADD VALUE 'remark';
CREATE TABLE "key_backfill" (
    "version" INTEGER NOT NULL,
    "cursor" UUID,
    "completedAt" TIMESTAMPTZ(3),
    CONSTRAINT "key_backfill_pkey" PRIMARY KEY ("version")
);
ALTER TABLE "delivery_snapshot" ADD COLUMN     "unset" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "unsetAt" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
CREATE TABLE _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
SELECT gen_random_uuid(), 'x', name, now(), 1 FROM unnest(ARRAY[
    '20261121173308_sign_and_confirm',
    '20261121175000_organisers_sign_in',
    '20261121175653_own_signature_and_trust',
    '20261121180819_retention_runs',
    '20261121182725_versions_of_the_letter',
    '20261121183500_logos_of_organisations',
    '20261121190500_tally_by_version',
    '20261121202012_roles_and_trail',
    '20261121203030_settings_and_approvals',
    '20261121203138_campaign_run',
    '20261121203232_append_only_trail',
    '20261121203344_signatures_cleaned',
    '20261121203632_mail_at_scale',
    '20261121204350_updates_to_signatories',
    '20261121205400_organisers_second_factor',
    '20261121205426_paper_batches',
    '20261121205737_where_people_came_from',
    '20261121210800_delivery_snapshots',
    '20261121212147_exports_from_the_console',
    '20261121220659_news',
    '20261121220817_webhooks_to_own_systems',
    '20261121221037_organisers_are_mailed',
    '20261121233858_mails_by_one_clock',
    '20261122034800_indexes_that_are_asked',
    '20261129194613_organisers_are_told_of_changes',
    '20261129194914_forms_that_wait',
    '20261129195000_app_secrets',
    '20261129195206_brakes_and_suppressions',
    '20261129200000_one_mailbox_one_key',
    '20261129200116_paper_remarks',
    '20261129200350_fold_keys_anew',
    '20261129201631_names_that_no_font_sets'
]) AS name;
