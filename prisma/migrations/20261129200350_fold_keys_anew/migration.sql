-- CreateTable
CREATE TABLE "key_backfill" (
    "version" INTEGER NOT NULL,
    "cursor" UUID,
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "key_backfill_pkey" PRIMARY KEY ("version")
);
