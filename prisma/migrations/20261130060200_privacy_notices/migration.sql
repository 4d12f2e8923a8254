-- Versions of the privacy notice that people were told of, and the broadcast that tells of one.

CREATE TABLE privacy_notice (
  version     TEXT           NOT NULL,
  recorded_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT privacy_notice_pkey PRIMARY KEY (version)
);

ALTER TABLE broadcast ADD COLUMN privacy_version TEXT;
CREATE UNIQUE INDEX broadcast_privacy_version_key ON broadcast (privacy_version);
