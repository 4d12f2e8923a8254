-- AlterEnum
ALTER TYPE "HoldReason" ADD VALUE 'removed_before';

-- AlterEnum
ALTER TYPE "MailKind" ADD VALUE 'account_notice';

-- What was asked before lived for 24 hours, and its subject stands in clear: it is asked again.
DELETE FROM "approval";

-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "sealedSubject" BYTEA NOT NULL;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "notice" TEXT,
ADD COLUMN     "noticeAbout" TEXT;

-- AlterTable
ALTER TABLE "organiser" ADD COLUMN     "locale" TEXT;

-- CreateTable
CREATE TABLE "removed_address" (
    "addressHash" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "removed_address_pkey" PRIMARY KEY ("addressHash")
);

-- They were encrypted; from now on they are hashed, which SQL cannot do. New ones: "Your account".
UPDATE "organiser_code_app" SET "recoveryCodes" = '[]';
