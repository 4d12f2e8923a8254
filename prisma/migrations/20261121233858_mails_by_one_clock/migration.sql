-- AlterTable
ALTER TABLE "mail" DROP COLUMN "place",
ALTER COLUMN "nextAttemptAt" SET DEFAULT now();

-- AlterTable
ALTER TABLE "mail_batch" ALTER COLUMN "createdAt" SET DEFAULT now();

-- AlterTable
ALTER TABLE "mail_event" DROP COLUMN "receivedAt";
