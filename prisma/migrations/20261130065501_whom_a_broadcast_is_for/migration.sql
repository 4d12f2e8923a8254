-- A broadcast may be for one category, the readers of one language, who confirmed since a day, or who had none before.

ALTER TABLE broadcast ADD COLUMN category TEXT;
ALTER TABLE broadcast ADD COLUMN language TEXT;
ALTER TABLE broadcast ADD COLUMN confirmed_since TEXT;
ALTER TABLE broadcast ADD COLUMN only_unwritten BOOLEAN NOT NULL DEFAULT false;
