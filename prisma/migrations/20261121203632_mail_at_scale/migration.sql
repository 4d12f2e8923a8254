-- CreateEnum
CREATE TYPE "MailDelivery" AS ENUM ('accepted', 'delayed', 'soft_bounced', 'failed', 'delivered', 'suppressed', 'bounced', 'complained');

-- CreateEnum
CREATE TYPE "MailBatchStatus" AS ENUM ('open', 'answered', 'unknown');

-- CreateEnum
CREATE TYPE "SuppressionReason" AS ENUM ('wish', 'bounced', 'complained');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MailStatus" ADD VALUE 'sending';
ALTER TYPE "MailStatus" ADD VALUE 'unknown';
ALTER TYPE "MailStatus" ADD VALUE 'suppressed';

-- DropIndex
DROP INDEX "mail_status_nextAttemptAt_idx";

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "batchId" UUID,
ADD COLUMN     "deliveredAt" TIMESTAMPTZ(3),
ADD COLUMN     "delivery" "MailDelivery",
ADD COLUMN     "isAlone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "place" INTEGER,
ADD COLUMN     "providerId" TEXT;

-- AlterTable
ALTER TABLE "suppression" ADD COLUMN     "reason" "SuppressionReason" NOT NULL DEFAULT 'wish';

-- CreateTable
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

-- CreateTable
CREATE TABLE "mail_gate" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "nextCallAt" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "closedUntil" TIMESTAMPTZ(3) NOT NULL,
    "lastError" TEXT,

    CONSTRAINT "mail_gate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_minute" (
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "mails" INTEGER NOT NULL,

    CONSTRAINT "mail_minute_pkey" PRIMARY KEY ("minute")
);

-- CreateTable
CREATE TABLE "mail_event" (
    "id" TEXT NOT NULL,
    "mailId" UUID NOT NULL,
    "kind" "MailDelivery" NOT NULL,
    "code" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mail_batch_status_nextAttemptAt_idx" ON "mail_batch"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "mail_batch_createdAt_idx" ON "mail_batch"("createdAt");

-- CreateIndex
CREATE INDEX "mail_event_mailId_at_idx" ON "mail_event"("mailId", "at");

-- CreateIndex
CREATE INDEX "mail_status_kind_nextAttemptAt_id_idx" ON "mail"("status", "kind", "nextAttemptAt", "id");

-- CreateIndex
CREATE INDEX "mail_batchId_idx" ON "mail"("batchId");

-- CreateIndex
CREATE INDEX "mail_providerId_idx" ON "mail"("providerId");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "mail_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_event" ADD CONSTRAINT "mail_event_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;
