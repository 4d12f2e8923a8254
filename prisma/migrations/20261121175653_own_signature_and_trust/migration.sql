-- CreateEnum
CREATE TYPE "HoldReason" AS ENUM ('imitation', 'disposable_address', 'organisation_unverified', 'organisation_double', 'network_burst', 'domain_burst', 'reported');

-- CreateEnum
CREATE TYPE "SignatureEventKind" AS ENUM ('submitted', 'confirmed', 'held', 'released', 'corrected', 'withdrawn', 'reported', 'reminded', 'extended');

-- CreateEnum
CREATE TYPE "StatementStatus" AS ENUM ('none', 'waiting', 'approved', 'refused');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MailKind" ADD VALUE 'reminder';
ALTER TYPE "MailKind" ADD VALUE 'held';
ALTER TYPE "MailKind" ADD VALUE 'own_link';

-- AlterEnum
ALTER TYPE "SignatureStatus" ADD VALUE 'held';

-- AlterTable
ALTER TABLE "confirmation_link" ADD COLUMN     "codeTries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "disownHash" TEXT NOT NULL
  -- Links that were mailed before have no second link: nobody holds a token of these.
  DEFAULT encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'),
ALTER COLUMN "details" DROP NOT NULL;
ALTER TABLE "confirmation_link" ALTER COLUMN "disownHash" DROP DEFAULT;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "ownLinkId" UUID;

-- AlterTable
ALTER TABLE "signature" ADD COLUMN     "consentVersion" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "holdReasons" "HoldReason"[],
ADD COLUMN     "isDomainVerified" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "networkHash" TEXT,
ADD COLUMN     "organisationKey" TEXT,
ADD COLUMN     "statementStatus" "StatementStatus" NOT NULL DEFAULT 'none',
ADD COLUMN     "website" TEXT,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3),
ALTER COLUMN "emailKey" DROP NOT NULL;

-- CreateTable
CREATE TABLE "own_link" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "own_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_session" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "own_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature_event" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "kind" "SignatureEventKind" NOT NULL,
    "codes" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signature_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_report" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "networkHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "name_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "keyHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("keyHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "own_link_tokenHash_key" ON "own_link"("tokenHash");

-- CreateIndex
CREATE INDEX "own_link_signatureId_idx" ON "own_link"("signatureId");

-- CreateIndex
CREATE UNIQUE INDEX "own_session_tokenHash_key" ON "own_session"("tokenHash");

-- CreateIndex
CREATE INDEX "own_session_signatureId_idx" ON "own_session"("signatureId");

-- CreateIndex
CREATE INDEX "signature_event_signatureId_id_idx" ON "signature_event"("signatureId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "name_report_signatureId_networkHash_key" ON "name_report"("signatureId", "networkHash");

-- CreateIndex
CREATE UNIQUE INDEX "confirmation_link_disownHash_key" ON "confirmation_link"("disownHash");

-- CreateIndex
CREATE INDEX "mail_linkId_idx" ON "mail"("linkId");

-- CreateIndex
CREATE INDEX "mail_ownLinkId_idx" ON "mail"("ownLinkId");

-- CreateIndex
CREATE INDEX "signature_status_submittedAt_idx" ON "signature"("status", "submittedAt");

-- CreateIndex
CREATE INDEX "signature_networkHash_submittedAt_idx" ON "signature"("networkHash", "submittedAt");

-- CreateIndex
CREATE INDEX "signature_organisationKey_idx" ON "signature"("organisationKey");

-- AddForeignKey
ALTER TABLE "own_link" ADD CONSTRAINT "own_link_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_session" ADD CONSTRAINT "own_session_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature_event" ADD CONSTRAINT "signature_event_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name_report" ADD CONSTRAINT "name_report_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_ownLinkId_fkey" FOREIGN KEY ("ownLinkId") REFERENCES "own_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
