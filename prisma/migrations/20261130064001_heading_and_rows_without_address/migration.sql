-- Of a list from paper an organiser says which row is the heading, and whether rows without an address count.

ALTER TABLE paper_batch ADD COLUMN heading_row INTEGER NOT NULL DEFAULT 1;
ALTER TABLE paper_batch ADD COLUMN counts_without_address BOOLEAN NOT NULL DEFAULT false;
