-- A snapshot that was taken before the final count says so wherever it is printed.

ALTER TABLE delivery_snapshot ADD COLUMN final_count_at TIMESTAMPTZ(3);
