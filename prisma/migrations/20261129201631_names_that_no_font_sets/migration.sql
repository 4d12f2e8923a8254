-- AlterTable
ALTER TABLE "delivery_snapshot" ADD COLUMN     "unset" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "unsetAt" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
