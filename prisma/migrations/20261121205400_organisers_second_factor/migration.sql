-- DropForeignKey
ALTER TABLE "sign_in_link" DROP CONSTRAINT "sign_in_link_organiserId_fkey";

-- AlterTable
ALTER TABLE "organiser" ADD COLUMN     "hasSecondFactor" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Sessions from before the second factor end here.
DELETE FROM "organiser_session";

-- AlterTable
ALTER TABLE "organiser_session" ADD COLUMN     "browser" TEXT,
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "networkHash" TEXT,
ADD COLUMN     "secondFactorAt" TIMESTAMPTZ(3);

-- DropTable
DROP TABLE "sign_in_link";

-- CreateTable
CREATE TABLE "organiser_link" (
    "id" UUID NOT NULL,
    "organiserId" UUID,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "organiser_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_password" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "providerId" TEXT NOT NULL DEFAULT 'credential',
    "accountId" TEXT NOT NULL,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_password_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_code_app" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "recoveryCodes" TEXT NOT NULL,
    "isVerified" BOOLEAN NOT NULL DEFAULT false,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "codesKeptAt" TIMESTAMPTZ(3),

    CONSTRAINT "organiser_code_app_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_passkey" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "name" TEXT,
    "publicKey" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "deviceType" TEXT NOT NULL,
    "isBackedUp" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_challenge" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_used_code" (
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_used_code_pkey" PRIMARY KEY ("codeHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "organiser_link_tokenHash_key" ON "organiser_link"("tokenHash");

-- CreateIndex
CREATE INDEX "organiser_link_organiserId_idx" ON "organiser_link"("organiserId");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_password_organiserId_providerId_key" ON "organiser_password"("organiserId", "providerId");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_code_app_organiserId_key" ON "organiser_code_app"("organiserId");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_passkey_credentialId_key" ON "organiser_passkey"("credentialId");

-- CreateIndex
CREATE INDEX "organiser_passkey_organiserId_idx" ON "organiser_passkey"("organiserId");

-- CreateIndex
CREATE INDEX "organiser_challenge_identifier_idx" ON "organiser_challenge"("identifier");

-- CreateIndex
CREATE INDEX "organiser_challenge_expiresAt_idx" ON "organiser_challenge"("expiresAt");

-- CreateIndex
CREATE INDEX "organiser_session_expiresAt_idx" ON "organiser_session"("expiresAt");

-- AddForeignKey
ALTER TABLE "organiser_link" ADD CONSTRAINT "organiser_link_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organiser_password" ADD CONSTRAINT "organiser_password_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organiser_code_app" ADD CONSTRAINT "organiser_code_app_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organiser_passkey" ADD CONSTRAINT "organiser_passkey_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
