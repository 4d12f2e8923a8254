-- CreateTable
CREATE TABLE "organiser" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organiser_session" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organiser_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organiser_email_key" ON "organiser"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_tokenHash_key" ON "sign_in_link"("tokenHash");

-- CreateIndex
CREATE INDEX "sign_in_link_organiserId_idx" ON "sign_in_link"("organiserId");

-- CreateIndex
CREATE UNIQUE INDEX "organiser_session_tokenHash_key" ON "organiser_session"("tokenHash");

-- CreateIndex
CREATE INDEX "organiser_session_organiserId_idx" ON "organiser_session"("organiserId");

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organiser_session" ADD CONSTRAINT "organiser_session_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
