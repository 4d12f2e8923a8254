-- Who may approve hears of a request, who asked hears of the answer and its reason, and a withdrawal is confirmed.

ALTER TYPE "mail_kind" ADD VALUE 'withdrawn' BEFORE 'magic_link';
ALTER TYPE "mail_kind" ADD VALUE 'approval_asked' BEFORE 'erasure_notice';
ALTER TYPE "mail_kind" ADD VALUE 'approval_decided' BEFORE 'erasure_notice';

ALTER TABLE approval ADD COLUMN answer TEXT NOT NULL DEFAULT '';
