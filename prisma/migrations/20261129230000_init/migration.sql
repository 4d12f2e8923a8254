-- Search within names (signature_search, below); a trusted extension that PostgreSQL carries. Written by hand.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "campaign_state" AS ENUM ('preview', 'open', 'paused', 'closed');

-- CreateEnum
CREATE TYPE "paper_batch_status" AS ENUM ('uploaded', 'checked', 'importing', 'imported', 'undone');

-- CreateEnum
CREATE TYPE "paper_row_state" AS ENUM ('waiting', 'ready', 'invalid', 'remark', 'duplicate', 'likely_duplicate', 'imported');

-- CreateEnum
CREATE TYPE "signature_kind" AS ENUM ('individual', 'organisation');

-- CreateEnum
CREATE TYPE "signature_status" AS ENUM ('pending', 'held', 'confirmed', 'withdrawn', 'removed');

-- CreateEnum
CREATE TYPE "signing_capacity" AS ENUM ('personal', 'official');

-- CreateEnum
CREATE TYPE "mail_kind" AS ENUM ('confirm', 'already_signed', 'reminder', 'held', 'magic_link', 'reconfirm', 'corrected', 'broadcast', 'broadcast_test', 'organiser_invitation', 'organiser_reset', 'account_notice');

-- CreateEnum
CREATE TYPE "hold_reason" AS ENUM ('imitation', 'disposable_address', 'organisation_unverified', 'organisation_double', 'network_burst', 'domain_burst', 'reported', 'removed_before', 'by_hand');

-- CreateEnum
CREATE TYPE "signature_event_kind" AS ENUM ('submitted', 'confirmed', 'held', 'released', 'corrected', 'withdrawn', 'reported', 'reminded', 'reconfirmed', 'removed', 'restored', 'hidden', 'shown', 'statement_approved', 'statement_refused', 'featured', 'unfeatured', 'unsubscribed');

-- CreateEnum
CREATE TYPE "statement_status" AS ENUM ('none', 'waiting', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "organiser_role" AS ENUM ('viewer', 'moderator', 'exporter', 'owner');

-- CreateEnum
CREATE TYPE "bulk_action_kind" AS ENUM ('hold', 'release', 'remove');

-- CreateEnum
CREATE TYPE "bulk_action_state" AS ENUM ('preview', 'running', 'done', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "bulk_member_state" AS ENUM ('waiting', 'done', 'changed', 'undone', 'kept');

-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('waiting', 'sending', 'sent', 'failed', 'unknown', 'suppressed');

-- CreateEnum
CREATE TYPE "mail_delivery" AS ENUM ('accepted', 'delayed', 'soft_bounced', 'failed', 'delivered', 'suppressed', 'bounced', 'complained');

-- CreateEnum
CREATE TYPE "mail_batch_status" AS ENUM ('open', 'answered', 'unknown');

-- CreateEnum
CREATE TYPE "suppression_reason" AS ENUM ('unsubscribed', 'bounced', 'complained');

-- CreateEnum
CREATE TYPE "letter_change" AS ENUM ('first', 'correction', 'material');

-- CreateEnum
CREATE TYPE "webhook_event" AS ENUM ('confirmed', 'withdrawn', 'test');

-- CreateEnum
CREATE TYPE "webhook_message_status" AS ENUM ('waiting', 'delivered', 'failed');

-- CreateEnum
CREATE TYPE "broadcast_status" AS ENUM ('draft', 'sending', 'paused', 'cancelled', 'done');

-- CreateEnum
CREATE TYPE "news_state" AS ENUM ('draft', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "export_state" AS ENUM ('sending', 'sent', 'broken');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('waiting', 'making', 'made', 'failed');

-- CreateTable
CREATE TABLE "campaign_run" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "state" "campaign_state" NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "preview_id" UUID NOT NULL,
    "pause_notes" JSONB NOT NULL DEFAULT '{}',
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_version" (
    "id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "level" "letter_change" NOT NULL,
    "title" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconfirmation_link" (
    "id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "letter_version_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconfirmation_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature" (
    "id" UUID NOT NULL,
    "email_key" TEXT,
    "email" TEXT NOT NULL,
    "status" "signature_status" NOT NULL DEFAULT 'pending',
    "hold_reasons" "hold_reason"[],
    "name" TEXT NOT NULL,
    "kind" "signature_kind" NOT NULL,
    "organisation" TEXT,
    "role" TEXT,
    "category" TEXT,
    "country" TEXT,
    "website" TEXT,
    "is_domain_verified" BOOLEAN NOT NULL DEFAULT false,
    "organisation_key" TEXT,
    "logo_hash" TEXT,
    "statement" TEXT,
    "statement_status" "statement_status" NOT NULL DEFAULT 'none',
    "capacity" "signing_capacity" NOT NULL DEFAULT 'personal',
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "is_hidden" BOOLEAN NOT NULL DEFAULT false,
    "featured_order" INTEGER,
    "wants_updates" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "letter_version" TEXT NOT NULL,
    "consent_version" TEXT NOT NULL DEFAULT '',
    "network_hash" TEXT,
    "referrer_host" TEXT,
    "came_from" TEXT,
    "search_key" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "reconfirmed_at" TIMESTAMPTZ(3),
    "paper_batch_id" UUID,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_batch" (
    "id" UUID NOT NULL,
    "status" "paper_batch_status" NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "header" TEXT[],
    "columns" TEXT[],
    "place" TEXT NOT NULL DEFAULT '',
    "gathered_on" TEXT NOT NULL DEFAULT '',
    "gathered_by" TEXT NOT NULL DEFAULT '',
    "typed_by" TEXT NOT NULL DEFAULT '',
    "proof" TEXT NOT NULL DEFAULT '',
    "all_public" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "imported_rows" INTEGER NOT NULL DEFAULT 0,
    "organiser_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "imported_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_row" (
    "batch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" TEXT[],
    "state" "paper_row_state" NOT NULL DEFAULT 'waiting',
    "faults" TEXT[],
    "duplicate_of" INTEGER,
    "is_ticked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "paper_row_pkey" PRIMARY KEY ("batch_id","number")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "encrypted_secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failing_since" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "position" BIGSERIAL NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event" "webhook_event" NOT NULL,
    "signature_id" UUID,
    "about" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "webhook_message_status" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_response" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_logo" (
    "signature_id" UUID NOT NULL,
    "image" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_logo_pkey" PRIMARY KEY ("signature_id")
);

-- CreateTable
CREATE TABLE "confirmation_link" (
    "id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "rejection_token_hash" TEXT NOT NULL,
    "code_attempts" INTEGER NOT NULL DEFAULT 0,
    "details" JSONB,
    "browser_hash" TEXT,
    "is_mailed" BOOLEAN NOT NULL DEFAULT true,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "confirmation_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "magic_link" (
    "id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "magic_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signatory_session" (
    "id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signatory_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature_event" (
    "id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "kind" "signature_event_kind" NOT NULL,
    "codes" TEXT[],
    "organiser_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signature_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_report" (
    "id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "network_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "name_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "automatic_act" (
    "brake" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automatic_act_pkey" PRIMARY KEY ("brake","subject")
);

-- CreateTable
CREATE TABLE "brake" (
    "name" TEXT NOT NULL,
    "on_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "held_back" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "brake_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "suppression" (
    "key_hash" TEXT NOT NULL,
    "reason" "suppression_reason" NOT NULL DEFAULT 'unsubscribed',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signed_again_at" TIMESTAMPTZ(3),
    "signature_id" UUID,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "retention_run" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_metrics" (
    "kind" TEXT NOT NULL,
    "metrics" JSONB NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_metrics_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" "mail_kind" NOT NULL,
    "status" "mail_status" NOT NULL DEFAULT 'waiting',
    "signature_id" UUID,
    "organiser_id" UUID,
    "locale" TEXT,
    "broadcast_id" UUID,
    "link_id" UUID,
    "magic_link_id" UUID,
    "reconfirmation_link_id" UUID,
    "organiser_link_id" UUID,
    "notice" TEXT,
    "notice_about" TEXT,
    "batch_id" UUID,
    "send_individually" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "provider_id" TEXT,
    "delivery" "mail_delivery",
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_batch" (
    "id" UUID NOT NULL,
    "status" "mail_batch_status" NOT NULL DEFAULT 'open',
    "importance" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "payload" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "first_tried_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "mail_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_throttle" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "next_call_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "circuit_open_until" TIMESTAMPTZ(3) NOT NULL,
    "last_error" TEXT,

    CONSTRAINT "mail_throttle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_quota_usage" (
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "mails" INTEGER NOT NULL,

    CONSTRAINT "mail_quota_usage_pkey" PRIMARY KEY ("minute")
);

-- CreateTable
CREATE TABLE "mail_event" (
    "id" TEXT NOT NULL,
    "mail_id" UUID NOT NULL,
    "kind" "mail_delivery" NOT NULL,
    "code" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast" (
    "id" UUID NOT NULL,
    "status" "broadcast_status" NOT NULL DEFAULT 'draft',
    "texts" JSONB NOT NULL,
    "country" TEXT,
    "kind" "signature_kind",
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "recipients" INTEGER,
    "cursor" UUID,

    CONSTRAINT "broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news_item" (
    "id" UUID NOT NULL,
    "state" "news_state" NOT NULL DEFAULT 'draft',
    "slug" TEXT,
    "draft" JSONB NOT NULL,
    "published" JSONB,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "news_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_daily_stats" (
    "day" DATE NOT NULL,
    "domain" TEXT NOT NULL,
    "written" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "bounced" INTEGER NOT NULL,
    "complained" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "median_delivery_ms" INTEGER,
    "median_confirm_ms" INTEGER,

    CONSTRAINT "mail_daily_stats_pkey" PRIMARY KEY ("day","domain")
);

-- CreateTable
CREATE TABLE "organiser" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "organiser_role" NOT NULL DEFAULT 'viewer',
    "has_second_factor" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_link" (
    "id" UUID NOT NULL,
    "organiser_id" UUID,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "organiser_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_password" (
    "id" UUID NOT NULL,
    "organiser_id" UUID NOT NULL,
    "provider_id" TEXT NOT NULL DEFAULT 'credential',
    "account_id" TEXT NOT NULL,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_password_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_totp" (
    "id" UUID NOT NULL,
    "organiser_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "recovery_codes" TEXT NOT NULL,
    "is_verified" BOOLEAN NOT NULL DEFAULT false,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "recovery_codes_saved_at" TIMESTAMPTZ(3),

    CONSTRAINT "organiser_totp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_passkey" (
    "id" UUID NOT NULL,
    "organiser_id" UUID NOT NULL,
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_session" (
    "id" UUID NOT NULL,
    "organiser_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "second_factor_at" TIMESTAMPTZ(3),
    "browser" TEXT,
    "network_hash" TEXT,

    CONSTRAINT "organiser_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_challenge" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_used_code" (
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_used_code_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "app_secret" (
    "key_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "encrypted_secret" BYTEA,

    CONSTRAINT "app_secret_pkey" PRIMARY KEY ("key_id")
);

-- CreateTable
CREATE TABLE "campaign_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "encrypted_subject" BYTEA NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "is_approved" BOOLEAN NOT NULL DEFAULT false,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "removed_address" (
    "address_hash" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "removed_address_pkey" PRIMARY KEY ("address_hash")
);

-- CreateTable
CREATE TABLE "bulk_action" (
    "id" UUID NOT NULL,
    "kind" "bulk_action_kind" NOT NULL,
    "state" "bulk_action_state" NOT NULL DEFAULT 'preview',
    "hold_reason" "hold_reason",
    "filters" JSONB,
    "rows" INTEGER NOT NULL,
    "organiser_id" UUID NOT NULL,
    "network_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "bulk_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_action_member" (
    "bulk_action_id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "state" "bulk_member_state" NOT NULL DEFAULT 'waiting',
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_action_member_pkey" PRIMARY KEY ("bulk_action_id","signature_id")
);

-- CreateTable
CREATE TABLE "export_run" (
    "id" UUID NOT NULL,
    "organiser_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "state" "export_state" NOT NULL DEFAULT 'sending',
    "ended_at" TIMESTAMPTZ(3),
    "file_hash" TEXT,

    CONSTRAINT "export_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_snapshot" (
    "id" UUID NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "print_content" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "tally" JSONB,
    "named" INTEGER,
    "root" TEXT,
    "branches" BYTEA,
    "state" "delivery_state" NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "first_hash" TEXT,
    "pack_hash" TEXT,
    "pack_bytes" BIGINT,
    "pack_erased" INTEGER,
    "unset" INTEGER NOT NULL DEFAULT 0,
    "unset_at" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "made_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_member" (
    "snapshot_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "leaf" BYTEA NOT NULL,
    "salt" BYTEA,
    "record" TEXT,
    "is_named" BOOLEAN NOT NULL,
    "signature_id" UUID,

    CONSTRAINT "delivery_member_pkey" PRIMARY KEY ("snapshot_id","place")
);

-- CreateTable
CREATE TABLE "audit_record" (
    "id" BIGSERIAL NOT NULL,
    "sequence" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organiser_id" UUID,
    "network_hash" TEXT,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "rows" INTEGER,
    "file_hash" TEXT,
    "details" JSONB NOT NULL,
    "previous_hash" TEXT,
    "hash" TEXT,

    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_backfill" (
    "version" INTEGER NOT NULL,
    "cursor" UUID,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "key_backfill_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "reconfirmation_link_token_hash_key" ON "reconfirmation_link"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "reconfirmation_link_signature_id_letter_version_id_key" ON "reconfirmation_link"("signature_id", "letter_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_email_key_key" ON "signature"("email_key");

-- CreateIndex
CREATE INDEX "signature_confirmed_at_id_idx" ON "signature"("confirmed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "signature_submitted_at_id_idx" ON "signature"("submitted_at", "id");

-- CreateIndex
CREATE INDEX "signature_country_submitted_at_idx" ON "signature"("country", "submitted_at");

-- CreateIndex
CREATE INDEX "signature_email_prefix" ON "signature"("email");

-- CreateIndex
CREATE INDEX "signature_search" ON "signature" USING GIN ("search_key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "signature_statement_status_submitted_at_idx" ON "signature"("statement_status", "submitted_at");

-- CreateIndex
CREATE INDEX "signature_featured_order_idx" ON "signature"("featured_order");

-- CreateIndex
CREATE INDEX "signature_status_submitted_at_idx" ON "signature"("status", "submitted_at");

-- CreateIndex
CREATE INDEX "signature_network_hash_submitted_at_idx" ON "signature"("network_hash", "submitted_at");

-- CreateIndex
CREATE INDEX "signature_organisation_key_idx" ON "signature"("organisation_key");

-- CreateIndex
CREATE INDEX "signature_paper_batch_id_idx" ON "signature"("paper_batch_id");

-- CreateIndex
CREATE INDEX "paper_row_batch_id_state_number_idx" ON "paper_row"("batch_id", "state", "number");

-- CreateIndex
CREATE INDEX "webhook_message_webhook_id_position_idx" ON "webhook_message"("webhook_id", "position");

-- CreateIndex
CREATE INDEX "webhook_message_webhook_id_status_position_idx" ON "webhook_message"("webhook_id", "status", "position");

-- CreateIndex
CREATE INDEX "webhook_message_webhook_id_signature_id_position_idx" ON "webhook_message"("webhook_id", "signature_id", "position");

-- CreateIndex
CREATE INDEX "webhook_message_ended_at_idx" ON "webhook_message"("ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "confirmation_link_token_hash_key" ON "confirmation_link"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "confirmation_link_rejection_token_hash_key" ON "confirmation_link"("rejection_token_hash");

-- CreateIndex
CREATE INDEX "confirmation_link_signature_id_idx" ON "confirmation_link"("signature_id");

-- CreateIndex
CREATE UNIQUE INDEX "magic_link_token_hash_key" ON "magic_link"("token_hash");

-- CreateIndex
CREATE INDEX "magic_link_signature_id_idx" ON "magic_link"("signature_id");

-- CreateIndex
CREATE UNIQUE INDEX "signatory_session_token_hash_key" ON "signatory_session"("token_hash");

-- CreateIndex
CREATE INDEX "signatory_session_signature_id_idx" ON "signatory_session"("signature_id");

-- CreateIndex
CREATE INDEX "signature_event_signature_id_id_idx" ON "signature_event"("signature_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "name_report_signature_id_network_hash_key" ON "name_report"("signature_id", "network_hash");

-- CreateIndex
CREATE INDEX "automatic_act_brake_at_idx" ON "automatic_act"("brake", "at");

-- CreateIndex
CREATE INDEX "suppression_created_at_key_hash_idx" ON "suppression"("created_at" DESC, "key_hash" DESC);

-- CreateIndex
CREATE INDEX "suppression_signature_id_idx" ON "suppression"("signature_id");

-- CreateIndex
CREATE INDEX "mail_status_kind_next_attempt_at_id_idx" ON "mail"("status", "kind", "next_attempt_at", "id");

-- CreateIndex
CREATE INDEX "mail_signature_id_kind_created_at_idx" ON "mail"("signature_id", "kind", "created_at");

-- CreateIndex
CREATE INDEX "mail_link_id_idx" ON "mail"("link_id");

-- CreateIndex
CREATE INDEX "mail_magic_link_id_idx" ON "mail"("magic_link_id");

-- CreateIndex
CREATE INDEX "mail_reconfirmation_link_id_idx" ON "mail"("reconfirmation_link_id");

-- CreateIndex
CREATE INDEX "mail_organiser_link_id_idx" ON "mail"("organiser_link_id");

-- CreateIndex
CREATE INDEX "mail_batch_id_idx" ON "mail"("batch_id");

-- CreateIndex
CREATE INDEX "mail_provider_id_idx" ON "mail"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_broadcast_id_signature_id_key" ON "mail"("broadcast_id", "signature_id");

-- CreateIndex
CREATE INDEX "mail_batch_status_next_attempt_at_idx" ON "mail_batch"("status", "next_attempt_at");

-- CreateIndex
CREATE INDEX "mail_batch_created_at_idx" ON "mail_batch"("created_at");

-- CreateIndex
CREATE INDEX "mail_event_mail_id_at_idx" ON "mail_event"("mail_id", "at");

-- CreateIndex
CREATE INDEX "broadcast_status_idx" ON "broadcast"("status");

-- CreateIndex
CREATE UNIQUE INDEX "news_item_slug_key" ON "news_item"("slug");

-- CreateIndex
CREATE INDEX "news_item_state_idx" ON "news_item"("state");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_email_key" ON "organiser"("email");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_link_token_hash_key" ON "organiser_link"("token_hash");

-- CreateIndex
CREATE INDEX "organiser_link_organiser_id_idx" ON "organiser_link"("organiser_id");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_password_organiser_id_provider_id_key" ON "organiser_password"("organiser_id", "provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_totp_organiser_id_key" ON "organiser_totp"("organiser_id");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_passkey_credential_id_key" ON "organiser_passkey"("credential_id");

-- CreateIndex
CREATE INDEX "organiser_passkey_organiser_id_idx" ON "organiser_passkey"("organiser_id");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_session_token_hash_key" ON "organiser_session"("token_hash");

-- CreateIndex
CREATE INDEX "organiser_session_organiser_id_idx" ON "organiser_session"("organiser_id");

-- CreateIndex
CREATE INDEX "organiser_session_expires_at_idx" ON "organiser_session"("expires_at");

-- CreateIndex
CREATE INDEX "organiser_challenge_identifier_idx" ON "organiser_challenge"("identifier");

-- CreateIndex
CREATE INDEX "organiser_challenge_expires_at_idx" ON "organiser_challenge"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "app_secret_sequence_key" ON "app_secret"("sequence");

-- CreateIndex
CREATE INDEX "approval_kind_subject_idx" ON "approval"("kind", "subject");

-- CreateIndex
CREATE INDEX "approval_expires_at_idx" ON "approval"("expires_at");

-- CreateIndex
CREATE INDEX "bulk_action_state_idx" ON "bulk_action"("state");

-- CreateIndex
CREATE INDEX "bulk_action_member_bulk_action_id_state_idx" ON "bulk_action_member"("bulk_action_id", "state");

-- CreateIndex
CREATE INDEX "bulk_action_member_signature_id_idx" ON "bulk_action_member"("signature_id");

-- CreateIndex
CREATE INDEX "delivery_snapshot_state_idx" ON "delivery_snapshot"("state");

-- CreateIndex
CREATE INDEX "delivery_member_signature_id_idx" ON "delivery_member"("signature_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_record_sequence_key" ON "audit_record"("sequence");

-- CreateIndex
CREATE INDEX "audit_record_kind_sequence_idx" ON "audit_record"("kind", "sequence");

-- CreateIndex
CREATE INDEX "audit_record_organiser_id_sequence_idx" ON "audit_record"("organiser_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_record_at_idx" ON "audit_record"("at");

-- AddForeignKey
ALTER TABLE "reconfirmation_link" ADD CONSTRAINT "reconfirmation_link_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_paper_batch_id_fkey" FOREIGN KEY ("paper_batch_id") REFERENCES "paper_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_row" ADD CONSTRAINT "paper_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "paper_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_logo" ADD CONSTRAINT "organisation_logo_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_link" ADD CONSTRAINT "confirmation_link_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "magic_link" ADD CONSTRAINT "magic_link_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory_session" ADD CONSTRAINT "signatory_session_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature_event" ADD CONSTRAINT "signature_event_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name_report" ADD CONSTRAINT "name_report_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcast"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "confirmation_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_magic_link_id_fkey" FOREIGN KEY ("magic_link_id") REFERENCES "magic_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_reconfirmation_link_id_fkey" FOREIGN KEY ("reconfirmation_link_id") REFERENCES "reconfirmation_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_organiser_link_id_fkey" FOREIGN KEY ("organiser_link_id") REFERENCES "organiser_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "mail_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_event" ADD CONSTRAINT "mail_event_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organiser_link" ADD CONSTRAINT "organiser_link_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organiser_password" ADD CONSTRAINT "organiser_password_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organiser_totp" ADD CONSTRAINT "organiser_totp_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organiser_passkey" ADD CONSTRAINT "organiser_passkey_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organiser_session" ADD CONSTRAINT "organiser_session_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action_member" ADD CONSTRAINT "bulk_action_member_bulk_action_id_fkey" FOREIGN KEY ("bulk_action_id") REFERENCES "bulk_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action_member" ADD CONSTRAINT "bulk_action_member_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_member" ADD CONSTRAINT "delivery_member_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "delivery_snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
