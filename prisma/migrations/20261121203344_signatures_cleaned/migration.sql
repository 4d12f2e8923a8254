-- CreateEnum
CREATE TYPE "BulkActionKind" AS ENUM ('hold', 'release', 'remove');

-- CreateEnum
CREATE TYPE "BulkActionState" AS ENUM ('preview', 'running', 'done', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "BulkMemberState" AS ENUM ('waiting', 'done', 'changed', 'undone', 'kept');

-- AlterEnum
ALTER TYPE "HoldReason" ADD VALUE 'by_hand';

-- AlterEnum
ALTER TYPE "MailKind" ADD VALUE 'corrected';

-- AlterEnum
ALTER TYPE "SignatureEventKind" ADD VALUE 'removed';
ALTER TYPE "SignatureEventKind" ADD VALUE 'restored';
ALTER TYPE "SignatureEventKind" ADD VALUE 'hidden';
ALTER TYPE "SignatureEventKind" ADD VALUE 'shown';
ALTER TYPE "SignatureEventKind" ADD VALUE 'statement_approved';
ALTER TYPE "SignatureEventKind" ADD VALUE 'statement_refused';
ALTER TYPE "SignatureEventKind" ADD VALUE 'featured';
ALTER TYPE "SignatureEventKind" ADD VALUE 'unfeatured';

-- AlterEnum
ALTER TYPE "SignatureStatus" ADD VALUE 'removed';

-- AlterTable
ALTER TABLE "signature" ADD COLUMN     "featuredOrder" INTEGER,
ADD COLUMN     "isHidden" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "signature_event" ADD COLUMN     "organiserId" UUID;

-- CreateTable
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

-- CreateTable
CREATE TABLE "bulk_action_member" (
    "bulkActionId" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "contents" TEXT NOT NULL,
    "state" "BulkMemberState" NOT NULL DEFAULT 'waiting',
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_action_member_pkey" PRIMARY KEY ("bulkActionId","signatureId")
);

-- CreateIndex
CREATE INDEX "bulk_action_state_idx" ON "bulk_action"("state");

-- CreateIndex
CREATE INDEX "bulk_action_member_bulkActionId_state_idx" ON "bulk_action_member"("bulkActionId", "state");

-- CreateIndex
CREATE INDEX "bulk_action_member_signatureId_idx" ON "bulk_action_member"("signatureId");

-- CreateIndex
CREATE INDEX "signature_submittedAt_id_idx" ON "signature"("submittedAt", "id");

-- CreateIndex
CREATE INDEX "signature_country_submittedAt_idx" ON "signature"("country", "submittedAt");

-- CreateIndex
CREATE INDEX "signature_statementStatus_submittedAt_idx" ON "signature"("statementStatus", "submittedAt");

-- CreateIndex
CREATE INDEX "signature_featuredOrder_idx" ON "signature"("featuredOrder");

-- AddForeignKey
ALTER TABLE "bulk_action_member" ADD CONSTRAINT "bulk_action_member_bulkActionId_fkey" FOREIGN KEY ("bulkActionId") REFERENCES "bulk_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action_member" ADD CONSTRAINT "bulk_action_member_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on: schema.prisma cannot say it.

-- Addresses by their beginning, whatever the order of the database's language.
CREATE INDEX "signature_email_prefix" ON "signature" ("email" text_pattern_ops);

-- Addresses by their domain: an expression, so that no column has to be kept beside the address.
CREATE INDEX "signature_mail_domain" ON "signature" (split_part("email", '@', 2), "submittedAt");

-- Organisers search all names, not those that are shown alone.
DROP INDEX "signature_search";
CREATE INDEX "signature_search" ON "signature" USING gin ("searchKey" gin_trgm_ops);
