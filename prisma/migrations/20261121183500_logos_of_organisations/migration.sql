-- AlterTable
ALTER TABLE "signature" ADD COLUMN     "logoHash" TEXT;

-- CreateTable
CREATE TABLE "organisation_logo" (
    "signatureId" UUID NOT NULL,
    "image" BYTEA NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_logo_pkey" PRIMARY KEY ("signatureId")
);

-- AddForeignKey
ALTER TABLE "organisation_logo" ADD CONSTRAINT "organisation_logo_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;
