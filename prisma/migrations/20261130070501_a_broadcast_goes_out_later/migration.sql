-- A broadcast may be scheduled: it begins to go out by itself, and whoever has confirmed by then gets it.

ALTER TYPE broadcast_status ADD VALUE 'scheduled' BEFORE 'sending';

ALTER TABLE broadcast ADD COLUMN scheduled_at TIMESTAMPTZ(3);
