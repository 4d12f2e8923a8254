-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'thanks' BEFORE 'magic_link';
