-- CreateEnum
CREATE TYPE "PaperBatchStatus" AS ENUM ('uploaded', 'checked', 'importing', 'imported', 'undone');

-- CreateEnum
CREATE TYPE "PaperRowState" AS ENUM ('waiting', 'ready', 'wrong', 'double', 'likely', 'taken');

-- AlterTable
ALTER TABLE "signature" ADD COLUMN     "paperBatchId" UUID;

-- CreateTable
CREATE TABLE "paper_batch" (
    "id" UUID NOT NULL,
    "status" "PaperBatchStatus" NOT NULL DEFAULT 'uploaded',
    "fileName" TEXT NOT NULL,
    "header" TEXT[],
    "columns" TEXT[],
    "place" TEXT NOT NULL DEFAULT '',
    "gatheredOn" TEXT NOT NULL DEFAULT '',
    "gatheredBy" TEXT NOT NULL DEFAULT '',
    "typedBy" TEXT NOT NULL DEFAULT '',
    "proof" TEXT NOT NULL DEFAULT '',
    "allPublic" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "importedRows" INTEGER NOT NULL DEFAULT 0,
    "organiserId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "paper_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_row" (
    "batchId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" TEXT[],
    "state" "PaperRowState" NOT NULL DEFAULT 'waiting',
    "faults" TEXT[],
    "doubleOf" INTEGER,
    "isTicked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "paper_row_pkey" PRIMARY KEY ("batchId","number")
);

-- CreateIndex
CREATE INDEX "paper_row_batchId_state_number_idx" ON "paper_row"("batchId", "state", "number");

-- CreateIndex
CREATE INDEX "signature_paperBatchId_idx" ON "signature"("paperBatchId");

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_paperBatchId_fkey" FOREIGN KEY ("paperBatchId") REFERENCES "paper_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_row" ADD CONSTRAINT "paper_row_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "paper_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
