-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MailKind" ADD VALUE 'organiser_invitation';
ALTER TYPE "MailKind" ADD VALUE 'organiser_reset';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "organiserLinkId" UUID;

-- CreateIndex
CREATE INDEX "mail_organiserLinkId_idx" ON "mail"("organiserLinkId");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_organiserLinkId_fkey" FOREIGN KEY ("organiserLinkId") REFERENCES "organiser_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
