-- AlterTable
ALTER TABLE "mail" DROP COLUMN "place",
ALTER COLUMN "nextAttemptAt" SET DEFAULT transaction_timestamp();

-- AlterTable
ALTER TABLE "mail_batch" ALTER COLUMN "createdAt" SET DEFAULT transaction_timestamp();

-- AlterTable
ALTER TABLE "mail_event" DROP COLUMN "receivedAt";
