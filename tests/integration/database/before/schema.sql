-- The schema of version 0.1.0: its migrations, one behind the other, without comments.
CREATE TYPE signature_kind AS ENUM ('individual', 'organisation');
CREATE TYPE signature_status AS ENUM ('pending', 'confirmed', 'withdrawn');
CREATE TYPE signing_capacity AS ENUM ('personal', 'official');
CREATE TYPE mail_kind AS ENUM ('confirm', 'already_signed');
CREATE TYPE mail_status AS ENUM ('waiting', 'sent', 'failed');
CREATE TABLE "signature" (
    "id" UUID NOT NULL,
    email_key TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "status" signature_status NOT NULL DEFAULT 'pending',
    "name" TEXT NOT NULL,
    "kind" signature_kind NOT NULL,
    "organisation" TEXT,
    "role" TEXT,
    "category" TEXT,
    "country" TEXT,
    "statement" TEXT,
    "capacity" signing_capacity NOT NULL DEFAULT 'personal',
    is_public BOOLEAN NOT NULL DEFAULT false,
    wants_updates BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    letter_version TEXT NOT NULL,
    search_key TEXT NOT NULL,
    submitted_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    confirmed_at TIMESTAMPTZ(3),
    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "confirmation_link" (
    "id" UUID NOT NULL,
    signature_id UUID NOT NULL,
    token_hash TEXT NOT NULL,
    "details" JSONB NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    used_at TIMESTAMPTZ(3),
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "confirmation_link_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" mail_kind NOT NULL,
    "status" mail_status NOT NULL DEFAULT 'waiting',
    signature_id UUID NOT NULL,
    link_id UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    last_error TEXT,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    sent_at TIMESTAMPTZ(3),
    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "signature_emailKey_key" ON "signature"(email_key);
CREATE INDEX "signature_confirmedAt_id_idx" ON "signature"(confirmed_at DESC, "id" DESC);
CREATE UNIQUE INDEX "confirmation_link_tokenHash_key" ON "confirmation_link"(token_hash);
CREATE INDEX "confirmation_link_signatureId_idx" ON "confirmation_link"(signature_id);
CREATE INDEX "mail_status_nextAttemptAt_idx" ON "mail"("status", next_attempt_at);
CREATE INDEX "mail_signatureId_kind_createdAt_idx" ON "mail"(signature_id, "kind", created_at);
ALTER TABLE "confirmation_link" ADD CONSTRAINT "confirmation_link_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_linkId_fkey" FOREIGN KEY (link_id) REFERENCES "confirmation_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "signature_search" ON "signature" USING gin (search_key gin_trgm_ops)
  WHERE "status" = 'confirmed' AND is_public;
CREATE INDEX "signature_public_list" ON "signature" (confirmed_at DESC, "id" DESC)
  WHERE "status" = 'confirmed' AND is_public;
CREATE INDEX "signature_tally" ON "signature" ("kind", "country") WHERE "status" = 'confirmed';
CREATE TABLE "organiser" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    organiser_id UUID NOT NULL,
    token_hash TEXT NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    used_at TIMESTAMPTZ(3),
    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_session" (
    "id" UUID NOT NULL,
    organiser_id UUID NOT NULL,
    token_hash TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    last_seen_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_session_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "organiser_email_key" ON "organiser"("email");
CREATE UNIQUE INDEX "sign_in_link_tokenHash_key" ON "sign_in_link"(token_hash);
CREATE INDEX "sign_in_link_organiserId_idx" ON "sign_in_link"(organiser_id);
CREATE UNIQUE INDEX "organiser_session_tokenHash_key" ON "organiser_session"(token_hash);
CREATE INDEX "organiser_session_organiserId_idx" ON "organiser_session"(organiser_id);
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_organiserId_fkey" FOREIGN KEY (organiser_id) REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organiser_session" ADD CONSTRAINT "organiser_session_organiserId_fkey" FOREIGN KEY (organiser_id) REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TYPE hold_reason AS ENUM ('imitation', 'disposable_address', 'organisation_unverified', 'organisation_double', 'network_burst', 'domain_burst', 'reported');
CREATE TYPE signature_event_kind AS ENUM ('submitted', 'confirmed', 'held', 'released', 'corrected', 'withdrawn', 'reported', 'reminded', 'extended');
CREATE TYPE statement_status AS ENUM ('none', 'waiting', 'approved', 'refused');
ALTER TYPE mail_kind ADD VALUE 'reminder';
ALTER TYPE mail_kind ADD VALUE 'held';
ALTER TYPE mail_kind ADD VALUE 'own_link';
ALTER TYPE signature_status ADD VALUE 'held';
ALTER TABLE "confirmation_link" ADD COLUMN     "codeTries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "disownHash" TEXT NOT NULL
  DEFAULT encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'),
ALTER COLUMN "details" DROP NOT NULL;
ALTER TABLE "confirmation_link" ALTER COLUMN "disownHash" DROP DEFAULT;
ALTER TABLE "mail" ADD COLUMN     "ownLinkId" UUID;
ALTER TABLE "signature" ADD COLUMN     consent_version TEXT NOT NULL DEFAULT '',
ADD COLUMN     hold_reasons hold_reason[],
ADD COLUMN     is_domain_verified BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     network_hash TEXT,
ADD COLUMN     organisation_key TEXT,
ADD COLUMN     statement_status statement_status NOT NULL DEFAULT 'none',
ADD COLUMN     "website" TEXT,
ADD COLUMN     withdrawn_at TIMESTAMPTZ(3),
ALTER COLUMN email_key DROP NOT NULL;
CREATE TABLE "own_link" (
    "id" UUID NOT NULL,
    signature_id UUID NOT NULL,
    token_hash TEXT NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    used_at TIMESTAMPTZ(3),
    CONSTRAINT "own_link_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "own_session" (
    "id" UUID NOT NULL,
    signature_id UUID NOT NULL,
    token_hash TEXT NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "own_session_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "signature_event" (
    "id" UUID NOT NULL,
    signature_id UUID NOT NULL,
    "kind" signature_event_kind NOT NULL,
    "codes" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "signature_event_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "name_report" (
    "id" UUID NOT NULL,
    signature_id UUID NOT NULL,
    "reason" TEXT NOT NULL,
    network_hash TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "name_report_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "suppression" (
    key_hash TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "suppression_pkey" PRIMARY KEY (key_hash)
);
CREATE UNIQUE INDEX "own_link_tokenHash_key" ON "own_link"(token_hash);
CREATE INDEX "own_link_signatureId_idx" ON "own_link"(signature_id);
CREATE UNIQUE INDEX "own_session_tokenHash_key" ON "own_session"(token_hash);
CREATE INDEX "own_session_signatureId_idx" ON "own_session"(signature_id);
CREATE INDEX "signature_event_signatureId_id_idx" ON "signature_event"(signature_id, "id");
CREATE UNIQUE INDEX "name_report_signatureId_networkHash_key" ON "name_report"(signature_id, network_hash);
CREATE UNIQUE INDEX "confirmation_link_disownHash_key" ON "confirmation_link"("disownHash");
CREATE INDEX "mail_linkId_idx" ON "mail"(link_id);
CREATE INDEX "mail_ownLinkId_idx" ON "mail"("ownLinkId");
CREATE INDEX "signature_status_submittedAt_idx" ON "signature"("status", submitted_at);
CREATE INDEX "signature_networkHash_submittedAt_idx" ON "signature"(network_hash, submitted_at);
CREATE INDEX "signature_organisationKey_idx" ON "signature"(organisation_key);
ALTER TABLE "own_link" ADD CONSTRAINT "own_link_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "own_session" ADD CONSTRAINT "own_session_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "signature_event" ADD CONSTRAINT "signature_event_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "name_report" ADD CONSTRAINT "name_report_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_ownLinkId_fkey" FOREIGN KEY ("ownLinkId") REFERENCES "own_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TABLE "retention_run" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);
CREATE TYPE letter_change AS ENUM ('first', 'correction', 'material');
ALTER TYPE mail_kind ADD VALUE 'extend';
ALTER TABLE "mail" ADD COLUMN     "extensionId" UUID;
ALTER TABLE "signature" ADD COLUMN     "extendedAt" TIMESTAMPTZ(3);
CREATE TABLE "letter_version" (
    "id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "level" letter_change NOT NULL,
    "title" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    published_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "letter_version_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "extension_link" (
    "id" UUID NOT NULL,
    signature_id UUID NOT NULL,
    "askedFor" UUID NOT NULL,
    token_hash TEXT NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    used_at TIMESTAMPTZ(3),
    CONSTRAINT "extension_link_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "letter_version_language_id_idx" ON "letter_version"("language", "id");
CREATE INDEX "letter_version_version_idx" ON "letter_version"("version");
CREATE UNIQUE INDEX "extension_link_tokenHash_key" ON "extension_link"(token_hash);
CREATE UNIQUE INDEX "extension_link_signatureId_askedFor_key" ON "extension_link"(signature_id, "askedFor");
CREATE INDEX "mail_extensionId_idx" ON "mail"("extensionId");
ALTER TABLE "extension_link" ADD CONSTRAINT "extension_link_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_extensionId_fkey" FOREIGN KEY ("extensionId") REFERENCES "extension_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "signature" ADD COLUMN     logo_hash TEXT;
CREATE TABLE "organisation_logo" (
    signature_id UUID NOT NULL,
    "image" BYTEA NOT NULL,
    saved_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organisation_logo_pkey" PRIMARY KEY (signature_id)
);
ALTER TABLE "organisation_logo" ADD CONSTRAINT "organisation_logo_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
DROP INDEX signature_tally;
CREATE INDEX signature_tally ON signature (kind, country, letter_version) WHERE status = 'confirmed';
CREATE TYPE organiser_role AS ENUM ('viewer', 'moderator', 'exporter', 'owner');
ALTER TABLE "organiser" ADD COLUMN     "role" organiser_role NOT NULL DEFAULT 'viewer';
CREATE TABLE "audit_record" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    organiser_id UUID,
    network_hash TEXT,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "rows" INTEGER,
    file_hash TEXT,
    "details" JSONB NOT NULL,
    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("id")
);
UPDATE "organiser" SET "role" = 'owner';
CREATE TABLE "campaign_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "campaign_setting_pkey" PRIMARY KEY ("key")
);
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    asked_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    decided_by_id UUID,
    decided_at TIMESTAMPTZ(3),
    is_approved BOOLEAN NOT NULL DEFAULT false,
    used_at TIMESTAMPTZ(3),
    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "approval_kind_subject_idx" ON "approval"("kind", "subject");
CREATE INDEX "approval_expiresAt_idx" ON "approval"(expires_at);
CREATE TYPE campaign_state AS ENUM ('preview', 'open', 'paused', 'closed');
CREATE TABLE "campaign_run" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "state" campaign_state NOT NULL,
    opens_at TIMESTAMPTZ(3),
    closes_at TIMESTAMPTZ(3),
    preview_id UUID NOT NULL,
    pause_notes JSONB NOT NULL DEFAULT '{}',
    changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "campaign_run_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "audit_record" ADD COLUMN     "hash" TEXT,
ADD COLUMN     "place" BIGINT,
ADD COLUMN     previous_hash TEXT;
CREATE UNIQUE INDEX "audit_record_place_key" ON "audit_record"("place");
CREATE INDEX "audit_record_kind_place_idx" ON "audit_record"("kind", "place");
CREATE INDEX "audit_record_organiserId_place_idx" ON "audit_record"(organiser_id, "place");
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
    public."audit_field"(record.organiser_id::text),
    public."audit_field"(record.network_hash),
    public."audit_field"(record.kind),
    public."audit_field"(record.subject),
    public."audit_field"(record.rows::text),
    public."audit_field"(record.file_hash),
    public."audit_field"(record.details::text),
    public."audit_field"(record.previous_hash)
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
  SELECT place + 1, hash INTO sealed.place, sealed.previous_hash
    FROM (
      SELECT place, hash FROM public."audit_record"
      WHERE place IS NOT NULL ORDER BY place DESC LIMIT 1
    ) AS last;
  sealed.place := coalesce(sealed.place, 1);
  sealed.previous_hash := coalesce(sealed.previous_hash, repeat('0', 64));
  sealed.hash := public."audit_hash"(sealed);
  UPDATE public."audit_record"
    SET at = sealed.at, place = sealed.place, previous_hash = sealed.previous_hash,
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
  NEW.previous_hash := NULL;
  NEW.hash := NULL;
  RETURN NEW;
END
$$;
CREATE FUNCTION "audit_refuse"() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.hash IS NULL AND NEW.hash IS NOT NULL AND
      (OLD.id, OLD.organiser_id, OLD.network_hash, OLD.kind, OLD.subject, OLD.rows,
        OLD.file_hash, OLD.details) IS NOT DISTINCT FROM
      (NEW.id, NEW.organiser_id, NEW.network_hash, NEW.kind, NEW.subject, NEW.rows,
        NEW.file_hash, NEW.details)
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
    sealed.previous_hash := last_hash;
    sealed.hash := "audit_hash"(sealed);
    UPDATE "audit_record"
      SET place = sealed.place, previous_hash = sealed.previous_hash, hash = sealed.hash
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
CREATE TYPE bulk_action_kind AS ENUM ('hold', 'release', 'remove');
CREATE TYPE bulk_action_state AS ENUM ('preview', 'running', 'done', 'undoing', 'undone');
CREATE TYPE bulk_member_state AS ENUM ('waiting', 'done', 'changed', 'undone', 'kept');
ALTER TYPE hold_reason ADD VALUE 'by_hand';
ALTER TYPE mail_kind ADD VALUE 'corrected';
ALTER TYPE signature_event_kind ADD VALUE 'removed';
ALTER TYPE signature_event_kind ADD VALUE 'restored';
ALTER TYPE signature_event_kind ADD VALUE 'hidden';
ALTER TYPE signature_event_kind ADD VALUE 'shown';
ALTER TYPE signature_event_kind ADD VALUE 'statement_approved';
ALTER TYPE signature_event_kind ADD VALUE 'statement_refused';
ALTER TYPE signature_event_kind ADD VALUE 'featured';
ALTER TYPE signature_event_kind ADD VALUE 'unfeatured';
ALTER TYPE signature_status ADD VALUE 'removed';
ALTER TABLE "signature" ADD COLUMN     featured_order INTEGER,
ADD COLUMN     is_hidden BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     removed_at TIMESTAMPTZ(3);
ALTER TABLE "signature_event" ADD COLUMN     organiser_id UUID;
CREATE TABLE "bulk_action" (
    "id" UUID NOT NULL,
    "kind" bulk_action_kind NOT NULL,
    "state" bulk_action_state NOT NULL DEFAULT 'preview',
    hold_reason hold_reason,
    "rule" JSONB,
    "rows" INTEGER NOT NULL,
    organiser_id UUID NOT NULL,
    network_hash TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    started_at TIMESTAMPTZ(3),
    finished_at TIMESTAMPTZ(3),
    undone_by UUID,
    CONSTRAINT "bulk_action_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "bulk_action_member" (
    bulk_action_id UUID NOT NULL,
    signature_id UUID NOT NULL,
    "contents" TEXT NOT NULL,
    "state" bulk_member_state NOT NULL DEFAULT 'waiting',
    done_at TIMESTAMPTZ(3),
    CONSTRAINT "bulk_action_member_pkey" PRIMARY KEY (bulk_action_id,signature_id)
);
CREATE INDEX "bulk_action_state_idx" ON "bulk_action"("state");
CREATE INDEX "bulk_action_member_bulkActionId_state_idx" ON "bulk_action_member"(bulk_action_id, "state");
CREATE INDEX "bulk_action_member_signatureId_idx" ON "bulk_action_member"(signature_id);
CREATE INDEX "signature_submittedAt_id_idx" ON "signature"(submitted_at, "id");
CREATE INDEX "signature_country_submittedAt_idx" ON "signature"("country", submitted_at);
CREATE INDEX "signature_statementStatus_submittedAt_idx" ON "signature"(statement_status, submitted_at);
CREATE INDEX "signature_featuredOrder_idx" ON "signature"(featured_order);
ALTER TABLE "bulk_action_member" ADD CONSTRAINT "bulk_action_member_bulkActionId_fkey" FOREIGN KEY (bulk_action_id) REFERENCES "bulk_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "bulk_action_member" ADD CONSTRAINT "bulk_action_member_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "signature_email_prefix" ON "signature" ("email" text_pattern_ops);
CREATE INDEX "signature_mail_domain" ON "signature" (split_part("email", '@', 2), submitted_at);
DROP INDEX "signature_search";
CREATE INDEX "signature_search" ON "signature" USING gin (search_key gin_trgm_ops);
CREATE TYPE mail_delivery AS ENUM ('accepted', 'delayed', 'soft_bounced', 'failed', 'delivered', 'suppressed', 'bounced', 'complained');
CREATE TYPE mail_batch_status AS ENUM ('open', 'answered', 'unknown');
CREATE TYPE suppression_reason AS ENUM ('wish', 'bounced', 'complained');
ALTER TYPE mail_status ADD VALUE 'sending';
ALTER TYPE mail_status ADD VALUE 'unknown';
ALTER TYPE mail_status ADD VALUE 'suppressed';
DROP INDEX "mail_status_nextAttemptAt_idx";
ALTER TABLE "mail" ADD COLUMN     batch_id UUID,
ADD COLUMN     delivered_at TIMESTAMPTZ(3),
ADD COLUMN     "delivery" mail_delivery,
ADD COLUMN     "isAlone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "place" INTEGER,
ADD COLUMN     provider_id TEXT;
ALTER TABLE "suppression" ADD COLUMN     "reason" suppression_reason NOT NULL DEFAULT 'wish';
CREATE TABLE "mail_batch" (
    "id" UUID NOT NULL,
    "status" mail_batch_status NOT NULL DEFAULT 'open',
    "importance" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "payload" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TIMESTAMPTZ(3) NOT NULL,
    first_tried_at TIMESTAMPTZ(3),
    last_error TEXT,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "mail_batch_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "mail_gate" (
    "id" INTEGER NOT NULL DEFAULT 1,
    next_call_at TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "closedUntil" TIMESTAMPTZ(3) NOT NULL,
    last_error TEXT,
    CONSTRAINT "mail_gate_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "mail_minute" (
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "mails" INTEGER NOT NULL,
    CONSTRAINT "mail_minute_pkey" PRIMARY KEY ("minute")
);
CREATE TABLE "mail_event" (
    "id" TEXT NOT NULL,
    mail_id UUID NOT NULL,
    "kind" mail_delivery NOT NULL,
    "code" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "mail_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "mail_batch_status_nextAttemptAt_idx" ON "mail_batch"("status", next_attempt_at);
CREATE INDEX "mail_batch_createdAt_idx" ON "mail_batch"(created_at);
CREATE INDEX "mail_event_mailId_at_idx" ON "mail_event"(mail_id, "at");
CREATE INDEX "mail_status_kind_nextAttemptAt_id_idx" ON "mail"("status", "kind", next_attempt_at, "id");
CREATE INDEX "mail_batchId_idx" ON "mail"(batch_id);
CREATE INDEX "mail_providerId_idx" ON "mail"(provider_id);
ALTER TABLE "mail" ADD CONSTRAINT "mail_batchId_fkey" FOREIGN KEY (batch_id) REFERENCES "mail_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "mail_event" ADD CONSTRAINT "mail_event_mailId_fkey" FOREIGN KEY (mail_id) REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TYPE update_status AS ENUM ('draft', 'sending', 'paused', 'cancelled', 'done');
ALTER TYPE mail_kind ADD VALUE 'update';
ALTER TYPE mail_kind ADD VALUE 'update_test';
ALTER TYPE signature_event_kind ADD VALUE 'unsubscribed';
ALTER TABLE "mail" ADD COLUMN     "locale" TEXT,
ADD COLUMN     organiser_id UUID,
ADD COLUMN     "updateId" UUID,
ALTER COLUMN signature_id DROP NOT NULL;
CREATE TABLE "signatory_update" (
    "id" UUID NOT NULL,
    "status" update_status NOT NULL DEFAULT 'draft',
    "texts" JSONB NOT NULL,
    "country" TEXT,
    "kind" signature_kind,
    "writtenById" UUID NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    started_at TIMESTAMPTZ(3),
    ended_at TIMESTAMPTZ(3),
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
    median_delivery_ms INTEGER,
    median_confirm_ms INTEGER,
    CONSTRAINT "mail_day_pkey" PRIMARY KEY ("day","domain")
);
CREATE INDEX "signatory_update_status_idx" ON "signatory_update"("status");
CREATE UNIQUE INDEX "mail_updateId_signatureId_key" ON "mail"("updateId", signature_id);
ALTER TABLE "mail" ADD CONSTRAINT "mail_organiserId_fkey" FOREIGN KEY (organiser_id) REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "signatory_update"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sign_in_link" DROP CONSTRAINT "sign_in_link_organiserId_fkey";
ALTER TABLE "organiser" ADD COLUMN     has_second_factor BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
DELETE FROM "organiser_session";
ALTER TABLE "organiser_session" ADD COLUMN     "browser" TEXT,
ADD COLUMN     expires_at TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     network_hash TEXT,
ADD COLUMN     second_factor_at TIMESTAMPTZ(3);
DROP TABLE "sign_in_link";
CREATE TABLE "organiser_link" (
    "id" UUID NOT NULL,
    organiser_id UUID,
    token_hash TEXT NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    used_at TIMESTAMPTZ(3),
    CONSTRAINT "organiser_link_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_password" (
    "id" UUID NOT NULL,
    organiser_id UUID NOT NULL,
    provider_id TEXT NOT NULL DEFAULT 'credential',
    account_id TEXT NOT NULL,
    "password" TEXT,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_password_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_code_app" (
    "id" UUID NOT NULL,
    organiser_id UUID NOT NULL,
    "secret" TEXT NOT NULL,
    recovery_codes TEXT NOT NULL,
    is_verified BOOLEAN NOT NULL DEFAULT false,
    "failures" INTEGER NOT NULL DEFAULT 0,
    locked_until TIMESTAMPTZ(3),
    "codesKeptAt" TIMESTAMPTZ(3),
    CONSTRAINT "organiser_code_app_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_passkey" (
    "id" UUID NOT NULL,
    organiser_id UUID NOT NULL,
    "name" TEXT,
    public_key TEXT NOT NULL,
    credential_id TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    device_type TEXT NOT NULL,
    is_backed_up BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_passkey_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_challenge" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_challenge_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "organiser_used_code" (
    code_hash TEXT NOT NULL,
    used_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organiser_used_code_pkey" PRIMARY KEY (code_hash)
);
CREATE UNIQUE INDEX "organiser_link_tokenHash_key" ON "organiser_link"(token_hash);
CREATE INDEX "organiser_link_organiserId_idx" ON "organiser_link"(organiser_id);
CREATE UNIQUE INDEX "organiser_password_organiserId_providerId_key" ON "organiser_password"(organiser_id, provider_id);
CREATE UNIQUE INDEX "organiser_code_app_organiserId_key" ON "organiser_code_app"(organiser_id);
CREATE UNIQUE INDEX "organiser_passkey_credentialId_key" ON "organiser_passkey"(credential_id);
CREATE INDEX "organiser_passkey_organiserId_idx" ON "organiser_passkey"(organiser_id);
CREATE INDEX "organiser_challenge_identifier_idx" ON "organiser_challenge"("identifier");
CREATE INDEX "organiser_challenge_expiresAt_idx" ON "organiser_challenge"(expires_at);
CREATE INDEX "organiser_session_expiresAt_idx" ON "organiser_session"(expires_at);
ALTER TABLE "organiser_link" ADD CONSTRAINT "organiser_link_organiserId_fkey" FOREIGN KEY (organiser_id) REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organiser_password" ADD CONSTRAINT "organiser_password_organiserId_fkey" FOREIGN KEY (organiser_id) REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organiser_code_app" ADD CONSTRAINT "organiser_code_app_organiserId_fkey" FOREIGN KEY (organiser_id) REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organiser_passkey" ADD CONSTRAINT "organiser_passkey_organiserId_fkey" FOREIGN KEY (organiser_id) REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TYPE paper_batch_status AS ENUM ('uploaded', 'checked', 'importing', 'imported', 'undone');
CREATE TYPE paper_row_state AS ENUM ('waiting', 'ready', 'wrong', 'double', 'likely', 'taken');
ALTER TABLE "signature" ADD COLUMN     paper_batch_id UUID;
CREATE TABLE "paper_batch" (
    "id" UUID NOT NULL,
    "status" paper_batch_status NOT NULL DEFAULT 'uploaded',
    file_name TEXT NOT NULL,
    "header" TEXT[],
    "columns" TEXT[],
    "place" TEXT NOT NULL DEFAULT '',
    gathered_on TEXT NOT NULL DEFAULT '',
    gathered_by TEXT NOT NULL DEFAULT '',
    typed_by TEXT NOT NULL DEFAULT '',
    "proof" TEXT NOT NULL DEFAULT '',
    all_public BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    imported_rows INTEGER NOT NULL DEFAULT 0,
    organiser_id UUID NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    imported_at TIMESTAMPTZ(3),
    undone_at TIMESTAMPTZ(3),
    CONSTRAINT "paper_batch_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "paper_row" (
    batch_id UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" TEXT[],
    "state" paper_row_state NOT NULL DEFAULT 'waiting',
    "faults" TEXT[],
    "doubleOf" INTEGER,
    is_ticked BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "paper_row_pkey" PRIMARY KEY (batch_id,"number")
);
CREATE INDEX "paper_row_batchId_state_number_idx" ON "paper_row"(batch_id, "state", "number");
CREATE INDEX "signature_paperBatchId_idx" ON "signature"(paper_batch_id);
ALTER TABLE "signature" ADD CONSTRAINT "signature_paperBatchId_fkey" FOREIGN KEY (paper_batch_id) REFERENCES "paper_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "paper_row" ADD CONSTRAINT "paper_row_batchId_fkey" FOREIGN KEY (batch_id) REFERENCES "paper_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "signature" ADD COLUMN     came_from TEXT,
ADD COLUMN     referrer_host TEXT;
CREATE TABLE "campaign_figures" (
    "kind" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    as_of TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "campaign_figures_pkey" PRIMARY KEY ("kind")
);
CREATE INDEX "signature_confirmed_when" ON "signature" (confirmed_at) WHERE "status" = 'confirmed';
CREATE TYPE delivery_state AS ENUM ('waiting', 'making', 'made', 'failed');
CREATE TABLE "delivery_snapshot" (
    "id" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    asked_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edition" JSONB NOT NULL,
    taken_at TIMESTAMPTZ(3),
    "tally" JSONB,
    "named" INTEGER,
    "root" TEXT,
    "branches" BYTEA,
    "state" delivery_state NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    lease_until TIMESTAMPTZ(3),
    first_hash TEXT,
    pack_hash TEXT,
    pack_bytes BIGINT,
    pack_erased INTEGER,
    made_at TIMESTAMPTZ(3),
    CONSTRAINT "delivery_snapshot_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "delivery_member" (
    snapshot_id UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "leaf" BYTEA NOT NULL,
    "salt" BYTEA,
    "record" TEXT,
    is_named BOOLEAN NOT NULL,
    signature_id UUID,
    CONSTRAINT "delivery_member_pkey" PRIMARY KEY (snapshot_id,"place")
);
CREATE INDEX "delivery_snapshot_state_idx" ON "delivery_snapshot"("state");
CREATE INDEX "delivery_member_signatureId_idx" ON "delivery_member"(signature_id);
ALTER TABLE "delivery_member" ADD CONSTRAINT "delivery_member_snapshotId_fkey" FOREIGN KEY (snapshot_id) REFERENCES "delivery_snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE FUNCTION erase_frozen_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE delivery_member
  SET record = NULL,
      salt = NULL,
      signature_id = CASE WHEN TG_OP = 'DELETE' OR NEW.status = 'withdrawn' THEN NULL ELSE signature_id END
  WHERE signature_id = OLD.id
    AND (TG_OP = 'DELETE' OR NEW.status = 'withdrawn' OR is_named);
  RETURN NULL;
END
$$;
CREATE TRIGGER erase_frozen_when_taken_back AFTER UPDATE OF status ON signature
FOR EACH ROW WHEN (NEW.status = 'withdrawn' AND OLD.status <> 'withdrawn')
EXECUTE FUNCTION erase_frozen_member();
CREATE TRIGGER erase_frozen_when_hidden AFTER UPDATE OF is_public, is_hidden ON signature
FOR EACH ROW WHEN (OLD.is_public AND NOT OLD.is_hidden AND NOT (NEW.is_public AND NOT NEW.is_hidden))
EXECUTE FUNCTION erase_frozen_member();
CREATE TRIGGER erase_frozen_when_deleted AFTER DELETE ON signature
FOR EACH ROW EXECUTE FUNCTION erase_frozen_member();
CREATE TYPE export_state AS ENUM ('sending', 'sent', 'broken');
CREATE TABLE "export_run" (
    "id" UUID NOT NULL,
    organiser_id UUID NOT NULL,
    file_name TEXT NOT NULL,
    started_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "state" export_state NOT NULL DEFAULT 'sending',
    ended_at TIMESTAMPTZ(3),
    file_hash TEXT,
    CONSTRAINT "export_run_pkey" PRIMARY KEY ("id")
);
CREATE TYPE news_state AS ENUM ('draft', 'published', 'withdrawn');
CREATE TABLE "news_item" (
    "id" UUID NOT NULL,
    "state" news_state NOT NULL DEFAULT 'draft',
    "slug" TEXT,
    "written" JSONB NOT NULL,
    "shown" JSONB,
    "writtenById" UUID NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    published_at TIMESTAMPTZ(3),
    CONSTRAINT "news_item_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "news_item_slug_key" ON "news_item"("slug");
CREATE INDEX "news_item_state_idx" ON "news_item"("state");
CREATE TYPE hook_event AS ENUM ('confirmed', 'withdrawn', 'test');
CREATE TYPE hook_message_status AS ENUM ('waiting', 'delivered', 'failed');
CREATE TABLE "hook" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "sealedSecret" BYTEA NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    failing_since TIMESTAMPTZ(3),
    disabled_at TIMESTAMPTZ(3),
    CONSTRAINT "hook_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "hook_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "position" BIGSERIAL NOT NULL,
    "hookId" UUID NOT NULL,
    "event" hook_event NOT NULL,
    signature_id UUID,
    "about" JSONB NOT NULL DEFAULT '{}',
    occurred_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" hook_message_status NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAnswer" TEXT,
    ended_at TIMESTAMPTZ(3),
    CONSTRAINT "hook_message_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "hook_message_hookId_position_idx" ON "hook_message"("hookId", "position");
CREATE INDEX "hook_message_hookId_status_position_idx" ON "hook_message"("hookId", "status", "position");
CREATE INDEX "hook_message_hookId_signatureId_position_idx" ON "hook_message"("hookId", signature_id, "position");
CREATE INDEX "hook_message_endedAt_idx" ON "hook_message"(ended_at);
ALTER TABLE "hook_message" ADD CONSTRAINT "hook_message_hookId_fkey" FOREIGN KEY ("hookId") REFERENCES "hook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TYPE mail_kind ADD VALUE 'organiser_invitation';
ALTER TYPE mail_kind ADD VALUE 'organiser_reset';
ALTER TABLE "mail" ADD COLUMN     organiser_link_id UUID;
CREATE INDEX "mail_organiserLinkId_idx" ON "mail"(organiser_link_id);
ALTER TABLE "mail" ADD CONSTRAINT "mail_organiserLinkId_fkey" FOREIGN KEY (organiser_link_id) REFERENCES "organiser_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail" DROP COLUMN "place",
ALTER COLUMN next_attempt_at SET DEFAULT transaction_timestamp();
ALTER TABLE "mail_batch" ALTER COLUMN created_at SET DEFAULT transaction_timestamp();
ALTER TABLE "mail_event" DROP COLUMN "receivedAt";
DROP INDEX "letter_version_language_id_idx";
DROP INDEX "letter_version_version_idx";
CREATE INDEX "mail_organiser" ON "mail" (organiser_id) WHERE organiser_id IS NOT NULL;
ALTER TYPE hold_reason ADD VALUE 'removed_before';
ALTER TYPE mail_kind ADD VALUE 'account_notice';
DELETE FROM "approval";
ALTER TABLE "approval" ADD COLUMN     "sealedSubject" BYTEA NOT NULL;
ALTER TABLE "mail" ADD COLUMN     "notice" TEXT,
ADD COLUMN     notice_about TEXT;
ALTER TABLE "organiser" ADD COLUMN     "locale" TEXT;
CREATE TABLE "removed_address" (
    address_hash TEXT NOT NULL,
    removed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "removed_address_pkey" PRIMARY KEY (address_hash)
);
UPDATE "organiser_code_app" SET recovery_codes = '[]';
ALTER TABLE "confirmation_link" ADD COLUMN     browser_hash TEXT,
ADD COLUMN     is_mailed BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     submitted_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "confirmation_link" SET submitted_at = created_at;
CREATE TABLE "app_secret" (
    key_id TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "sealed" BYTEA,
    CONSTRAINT "app_secret_pkey" PRIMARY KEY (key_id)
);
CREATE UNIQUE INDEX "app_secret_place_key" ON "app_secret"("place");
ALTER TABLE "name_report" ADD COLUMN     decided_at TIMESTAMPTZ(3),
ALTER COLUMN network_hash DROP NOT NULL;
ALTER TABLE "suppression" ADD COLUMN     asked_at TIMESTAMPTZ(3),
ADD COLUMN     signature_id UUID;
CREATE TABLE "automatic_act" (
    "brake" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "automatic_act_pkey" PRIMARY KEY ("brake","subject")
);
CREATE TABLE "brake" (
    "name" TEXT NOT NULL,
    on_since TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    held_back INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "brake_pkey" PRIMARY KEY ("name")
);
CREATE INDEX "automatic_act_brake_at_idx" ON "automatic_act"("brake", "at");
CREATE INDEX "suppression_createdAt_keyHash_idx" ON "suppression"(created_at DESC, key_hash DESC);
CREATE INDEX "suppression_signatureId_idx" ON "suppression"(signature_id);
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_signatureId_fkey" FOREIGN KEY (signature_id) REFERENCES "signature"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TYPE paper_row_state ADD VALUE 'remark';
CREATE TABLE "key_backfill" (
    "version" INTEGER NOT NULL,
    "cursor" UUID,
    completed_at TIMESTAMPTZ(3),
    CONSTRAINT "key_backfill_pkey" PRIMARY KEY ("version")
);
ALTER TABLE "delivery_snapshot" ADD COLUMN     "unset" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     unset_at INTEGER[] DEFAULT ARRAY[]::INTEGER[];
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
