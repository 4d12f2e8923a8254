-- AlterTable
ALTER TABLE "organiser" ADD COLUMN     "name" TEXT;

-- CreateTable
CREATE TABLE "signature_note" (
    "id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "organiser_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signature_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "signature_note_signature_id_id_idx" ON "signature_note"("signature_id", "id");

-- AddForeignKey
ALTER TABLE "signature_note" ADD CONSTRAINT "signature_note_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
