-- An organiser changes her own address, once the new one is known to be hers.

ALTER TYPE mail_kind ADD VALUE 'organiser_address';

CREATE TABLE organiser_address (
  id            UUID           NOT NULL,
  organiser_id  UUID           NOT NULL,
  email         TEXT           NOT NULL,
  former_email  TEXT           NOT NULL,
  token_hash    TEXT           NOT NULL,
  expires_at    TIMESTAMPTZ(3) NOT NULL,
  used_at       TIMESTAMPTZ(3),
  CONSTRAINT organiser_address_pkey PRIMARY KEY (id),
  CONSTRAINT organiser_address_organiser_id_fkey FOREIGN KEY (organiser_id)
    REFERENCES organiser (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX organiser_address_token_hash_key ON organiser_address (token_hash);
CREATE INDEX organiser_address_organiser_id_idx ON organiser_address (organiser_id);

ALTER TABLE mail ADD COLUMN new_address_id UUID;
ALTER TABLE mail ADD CONSTRAINT mail_new_address_id_fkey FOREIGN KEY (new_address_id)
  REFERENCES organiser_address (id) ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX mail_new_address_id_idx ON mail (new_address_id);
