-- One snapshot may have several packs: for the ministry of one country, in one language. They share its members and its root.

ALTER TABLE delivery_snapshot ADD COLUMN source_id UUID;
ALTER TABLE delivery_snapshot ADD COLUMN country TEXT;

CREATE INDEX delivery_snapshot_source_id_idx ON delivery_snapshot (source_id);
ALTER TABLE delivery_snapshot ADD CONSTRAINT delivery_snapshot_source_id_fkey FOREIGN KEY (source_id)
  REFERENCES delivery_snapshot (id) ON DELETE CASCADE ON UPDATE CASCADE;
