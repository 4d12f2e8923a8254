-- CreateEnum
CREATE TYPE "NewsState" AS ENUM ('draft', 'published', 'withdrawn');

-- CreateTable
CREATE TABLE "news_item" (
    "id" UUID NOT NULL,
    "state" "NewsState" NOT NULL DEFAULT 'draft',
    "slug" TEXT,
    "written" JSONB NOT NULL,
    "shown" JSONB,
    "writtenById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "news_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "news_item_slug_key" ON "news_item"("slug");

-- CreateIndex
CREATE INDEX "news_item_state_idx" ON "news_item"("state");
