-- CreateEnum
CREATE TYPE "HookEvent" AS ENUM ('confirmed', 'withdrawn', 'test');

-- CreateEnum
CREATE TYPE "HookMessageStatus" AS ENUM ('waiting', 'delivered', 'failed');

-- CreateTable
CREATE TABLE "hook" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "sealedSecret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failingSince" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "hook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hook_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "position" BIGSERIAL NOT NULL,
    "hookId" UUID NOT NULL,
    "event" "HookEvent" NOT NULL,
    "signatureId" UUID,
    "about" JSONB NOT NULL DEFAULT '{}',
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "HookMessageStatus" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAnswer" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "hook_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hook_message_hookId_position_idx" ON "hook_message"("hookId", "position");

-- CreateIndex
CREATE INDEX "hook_message_hookId_status_position_idx" ON "hook_message"("hookId", "status", "position");

-- CreateIndex
CREATE INDEX "hook_message_hookId_signatureId_position_idx" ON "hook_message"("hookId", "signatureId", "position");

-- CreateIndex
CREATE INDEX "hook_message_endedAt_idx" ON "hook_message"("endedAt");

-- AddForeignKey
ALTER TABLE "hook_message" ADD CONSTRAINT "hook_message_hookId_fkey" FOREIGN KEY ("hookId") REFERENCES "hook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
