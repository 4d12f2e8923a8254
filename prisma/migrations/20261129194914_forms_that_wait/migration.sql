-- AlterTable
ALTER TABLE "confirmation_link" ADD COLUMN     "browserHash" TEXT,
ADD COLUMN     "isMailed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Forms of before were sent when their link was made.
UPDATE "confirmation_link" SET "submittedAt" = "createdAt";
