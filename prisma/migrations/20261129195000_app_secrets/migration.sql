-- CreateTable
CREATE TABLE "app_secret" (
    "keyId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "sealed" BYTEA,

    CONSTRAINT "app_secret_pkey" PRIMARY KEY ("keyId")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_secret_place_key" ON "app_secret"("place");
