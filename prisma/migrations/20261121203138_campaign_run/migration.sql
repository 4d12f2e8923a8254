-- CreateEnum
CREATE TYPE "CampaignState" AS ENUM ('preview', 'open', 'paused', 'closed');

-- CreateTable
CREATE TABLE "campaign_run" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "state" "CampaignState" NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "previewId" UUID NOT NULL,
    "pauseNotes" JSONB NOT NULL DEFAULT '{}',
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_run_pkey" PRIMARY KEY ("id")
);
