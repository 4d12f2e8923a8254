-- How often a pack was made, so that the first is not called the same as the first.

ALTER TABLE delivery_snapshot ADD COLUMN made_times INTEGER NOT NULL DEFAULT 0;
UPDATE delivery_snapshot SET made_times = 1 WHERE made_at IS NOT NULL;

-- Handing a pack over is an act of its own: until then its root is private.

ALTER TABLE delivery_snapshot ADD COLUMN handed_over_on DATE;
ALTER TABLE delivery_snapshot ADD COLUMN handed_over_to JSONB;
ALTER TABLE delivery_snapshot ADD COLUMN handed_over_by_id UUID;

-- What was public stays public. Nobody said then that it was handed over: it begins no period of addresses.
UPDATE delivery_snapshot SET handed_over_on = (taken_at AT TIME ZONE 'UTC')::date WHERE taken_at IS NOT NULL;
