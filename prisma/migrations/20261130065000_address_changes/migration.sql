-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "mail_kind" ADD VALUE 'address_new' BEFORE 'reconfirm';
ALTER TYPE "mail_kind" ADD VALUE 'address_former' BEFORE 'reconfirm';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "address_change_id" UUID;

-- CreateTable
CREATE TABLE "address_change" (
    "id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "new_token_hash" TEXT NOT NULL,
    "former_token_hash" TEXT NOT NULL,
    "new_confirmed_at" TIMESTAMPTZ(3),
    "former_confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "address_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "address_change_new_token_hash_key" ON "address_change"("new_token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "address_change_former_token_hash_key" ON "address_change"("former_token_hash");

-- CreateIndex
CREATE INDEX "address_change_signature_id_idx" ON "address_change"("signature_id");

-- CreateIndex
CREATE INDEX "address_change_email_idx" ON "address_change"("email");

-- CreateIndex
CREATE INDEX "mail_address_change_id_idx" ON "mail"("address_change_id");

-- AddForeignKey
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_address_change_id_fkey" FOREIGN KEY ("address_change_id") REFERENCES "address_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;
