-- AlterEnum
ALTER TYPE "PaperRowState" ADD VALUE 'remark';
