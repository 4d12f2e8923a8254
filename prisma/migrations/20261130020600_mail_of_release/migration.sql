-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'released' BEFORE 'magic_link';
