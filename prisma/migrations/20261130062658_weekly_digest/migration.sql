-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'weekly_digest';

-- AlterTable
ALTER TABLE "organiser" ADD COLUMN     "wants_digest" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "weekly_digest" (
    "week" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "weekly_digest_pkey" PRIMARY KEY ("week")
);
