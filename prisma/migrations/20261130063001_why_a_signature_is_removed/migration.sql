-- A removal has a reason, and its owner is told of it where the organiser wishes so.

ALTER TYPE mail_kind ADD VALUE 'removed' BEFORE 'magic_link';

CREATE TYPE removal_reason AS ENUM ('invented', 'impersonation', 'double', 'automated', 'offensive', 'other');

ALTER TABLE bulk_action ADD COLUMN removal_reason removal_reason;
ALTER TABLE bulk_action ADD COLUMN tells_owners BOOLEAN NOT NULL DEFAULT false;
