-- Single signatures of a preview can be left out: they stay listed, and nothing is done to them.
ALTER TYPE bulk_member_state ADD VALUE 'excluded' BEFORE 'done';
