-- The network that a signature was confirmed from, beside that of its form.

ALTER TYPE hold_reason ADD VALUE 'press_burst';

ALTER TABLE signature ADD COLUMN press_network_hash TEXT;
CREATE INDEX signature_press_network ON signature (press_network_hash, confirmed_at)
  WHERE press_network_hash IS NOT NULL;
