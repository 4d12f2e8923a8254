-- What stays of an address that retention erased: a keyed hash, so that its owner is known when she types it again.
CREATE TABLE erased_address (
  address_hash TEXT NOT NULL,
  signature_id UUID NOT NULL,
  CONSTRAINT erased_address_pkey PRIMARY KEY (address_hash),
  CONSTRAINT erased_address_signature_id_fkey FOREIGN KEY (signature_id) REFERENCES signature (id)
    ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX erased_address_signature_id_idx ON erased_address (signature_id);

-- Where a mail goes whose signature holds no address any more; emptied as soon as it went.
ALTER TABLE mail ADD COLUMN recipient TEXT;
