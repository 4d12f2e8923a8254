-- What machines of one site share (docs/decisions/0051-several-machines.md).

CREATE TABLE stored_file (
  id         UUID           NOT NULL,
  name       TEXT           NOT NULL,
  is_whole   BOOLEAN        NOT NULL DEFAULT false,
  bytes      BIGINT         NOT NULL DEFAULT 0,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT stored_file_pkey PRIMARY KEY (id)
);

-- Of one name one file is whole; those that are being written do not count.
CREATE UNIQUE INDEX stored_file_name_key ON stored_file (name) WHERE is_whole;
CREATE INDEX stored_file_expires_at_idx ON stored_file (expires_at);

CREATE TABLE stored_file_chunk (
  file_id UUID    NOT NULL,
  place   INTEGER NOT NULL,
  content BYTEA   NOT NULL,
  CONSTRAINT stored_file_chunk_pkey PRIMARY KEY (file_id, place),
  CONSTRAINT stored_file_chunk_file_id_fkey FOREIGN KEY (file_id)
    REFERENCES stored_file (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Archives are compressed already.
ALTER TABLE stored_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE build_asset (
  path       TEXT           NOT NULL,
  content    BYTEA          NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT build_asset_pkey PRIMARY KEY (path)
);

ALTER TABLE build_asset ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE site_process (
  id           UUID           NOT NULL,
  role         TEXT           NOT NULL,
  site_url     TEXT           NOT NULL,
  content_hash TEXT           NOT NULL,
  version      TEXT           NOT NULL,
  seen_at      TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT site_process_pkey PRIMARY KEY (id)
);
