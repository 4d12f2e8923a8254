-- CreateEnum
CREATE TYPE "LetterChange" AS ENUM ('first', 'correction', 'material');

-- AlterEnum
ALTER TYPE "MailKind" ADD VALUE 'extend';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "extensionId" UUID;

-- AlterTable
ALTER TABLE "signature" ADD COLUMN     "extendedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "letter_version" (
    "id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "level" "LetterChange" NOT NULL,
    "title" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extension_link" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "askedFor" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "extension_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "letter_version_language_id_idx" ON "letter_version"("language", "id");

-- CreateIndex
CREATE INDEX "letter_version_version_idx" ON "letter_version"("version");

-- CreateIndex
CREATE UNIQUE INDEX "extension_link_tokenHash_key" ON "extension_link"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "extension_link_signatureId_askedFor_key" ON "extension_link"("signatureId", "askedFor");

-- CreateIndex
CREATE INDEX "mail_extensionId_idx" ON "mail"("extensionId");

-- AddForeignKey
ALTER TABLE "extension_link" ADD CONSTRAINT "extension_link_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_extensionId_fkey" FOREIGN KEY ("extensionId") REFERENCES "extension_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
