-- CreateEnum
CREATE TYPE "OrganiserRole" AS ENUM ('viewer', 'moderator', 'exporter', 'owner');

-- AlterTable
ALTER TABLE "organiser" ADD COLUMN     "role" "OrganiserRole" NOT NULL DEFAULT 'viewer';

-- CreateTable
CREATE TABLE "audit_record" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organiserId" UUID,
    "networkHash" TEXT,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "rows" INTEGER,
    "fileHash" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("id")
);

-- Whoever was an organiser before there were roles could do everything there was.
UPDATE "organiser" SET "role" = 'owner';
