-- CreateTable
CREATE TABLE "retention_run" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);
