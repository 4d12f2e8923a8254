-- When an owner closed signing: forms given in time are confirmed for a while after it.
ALTER TABLE campaign_run ADD COLUMN closed_at TIMESTAMPTZ(3);
