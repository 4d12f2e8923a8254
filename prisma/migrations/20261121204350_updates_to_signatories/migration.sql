-- CreateEnum
CREATE TYPE "UpdateStatus" AS ENUM ('draft', 'sending', 'paused', 'cancelled', 'done');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MailKind" ADD VALUE 'update';
ALTER TYPE "MailKind" ADD VALUE 'update_test';

-- AlterEnum
ALTER TYPE "SignatureEventKind" ADD VALUE 'unsubscribed';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "locale" TEXT,
ADD COLUMN     "organiserId" UUID,
ADD COLUMN     "updateId" UUID,
ALTER COLUMN "signatureId" DROP NOT NULL;

-- CreateTable
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

-- CreateTable
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

-- CreateIndex
CREATE INDEX "signatory_update_status_idx" ON "signatory_update"("status");

-- CreateIndex
CREATE UNIQUE INDEX "mail_updateId_signatureId_key" ON "mail"("updateId", "signatureId");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "signatory_update"("id") ON DELETE CASCADE ON UPDATE CASCADE;
