-- What owners are told by mail, at most once an hour (docs/decisions/0053-one-person-and-notices.md).

ALTER TYPE mail_kind ADD VALUE 'owner_alert';

ALTER TABLE mail ADD COLUMN alerts JSONB;
ALTER TABLE organiser ADD COLUMN wants_alerts BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE owner_alert (
  kind     TEXT           NOT NULL,
  key      TEXT           NOT NULL,
  figure   INTEGER        NOT NULL,
  found_at TIMESTAMPTZ(3) NOT NULL,
  told_at  TIMESTAMPTZ(3),
  CONSTRAINT owner_alert_pkey PRIMARY KEY (kind, key)
);

CREATE TABLE milestone (
  signatures INTEGER        NOT NULL,
  reached_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT milestone_pkey PRIMARY KEY (signatures)
);
