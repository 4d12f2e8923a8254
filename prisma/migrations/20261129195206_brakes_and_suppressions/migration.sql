-- AlterTable
ALTER TABLE "name_report" ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ALTER COLUMN "networkHash" DROP NOT NULL;

-- AlterTable
ALTER TABLE "suppression" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "signatureId" UUID;

-- CreateTable
CREATE TABLE "automatic_act" (
    "brake" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automatic_act_pkey" PRIMARY KEY ("brake","subject")
);

-- CreateTable
CREATE TABLE "brake" (
    "name" TEXT NOT NULL,
    "onSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heldBack" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "brake_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "automatic_act_brake_at_idx" ON "automatic_act"("brake", "at");

-- CreateIndex
CREATE INDEX "suppression_createdAt_keyHash_idx" ON "suppression"("createdAt" DESC, "keyHash" DESC);

-- CreateIndex
CREATE INDEX "suppression_signatureId_idx" ON "suppression"("signatureId");

-- AddForeignKey
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE SET NULL ON UPDATE CASCADE;
