-- CreateEnum
CREATE TYPE "SignatureKind" AS ENUM ('individual', 'organisation');

-- CreateEnum
CREATE TYPE "SignatureStatus" AS ENUM ('pending', 'confirmed', 'withdrawn');

-- CreateEnum
CREATE TYPE "SigningCapacity" AS ENUM ('personal', 'official');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('confirm', 'already_signed');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('waiting', 'sent', 'failed');

-- CreateTable
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

-- CreateTable
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

-- CreateTable
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

-- CreateIndex
CREATE UNIQUE INDEX "signature_emailKey_key" ON "signature"("emailKey");

-- CreateIndex
CREATE INDEX "signature_confirmedAt_id_idx" ON "signature"("confirmedAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "confirmation_link_tokenHash_key" ON "confirmation_link"("tokenHash");

-- CreateIndex
CREATE INDEX "confirmation_link_signatureId_idx" ON "confirmation_link"("signatureId");

-- CreateIndex
CREATE INDEX "mail_status_nextAttemptAt_idx" ON "mail"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "mail_signatureId_kind_createdAt_idx" ON "mail"("signatureId", "kind", "createdAt");

-- AddForeignKey
ALTER TABLE "confirmation_link" ADD CONSTRAINT "confirmation_link_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "confirmation_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on: schema.prisma cannot say it.

-- Search within names; a trusted extension that PostgreSQL carries.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "signature_search" ON "signature" USING gin ("searchKey" gin_trgm_ops)
  WHERE "status" = 'confirmed' AND "isPublic";

-- The public list, newest first: the next page starts where the last one ended.
CREATE INDEX "signature_public_list" ON "signature" ("confirmedAt" DESC, "id" DESC)
  WHERE "status" = 'confirmed' AND "isPublic";

-- The tally is counted from this index alone; a comment; with semicolons.
CREATE INDEX "signature_tally" ON "signature" ("kind", "country") WHERE "status" = 'confirmed';
