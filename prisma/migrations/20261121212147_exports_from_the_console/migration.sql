-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('sending', 'sent', 'broken');

-- CreateTable
CREATE TABLE "export_run" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "state" "ExportState" NOT NULL DEFAULT 'sending',
    "endedAt" TIMESTAMPTZ(3),
    "fileHash" TEXT,

    CONSTRAINT "export_run_pkey" PRIMARY KEY ("id")
);
