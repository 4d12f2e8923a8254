-- What all processes of the site share (docs/decisions/0044-processes.md).

CREATE TABLE page_change (
  id      INTEGER NOT NULL DEFAULT 1,
  changes INTEGER NOT NULL,
  CONSTRAINT page_change_pkey PRIMARY KEY (id)
);

-- Unlogged: a count of the last hour is not worth a write to the disk for each signature.
CREATE UNLOGGED TABLE rate_limit (
  key        TEXT           NOT NULL,
  points     INTEGER        NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
);

CREATE UNLOGGED TABLE mail_turn (
  key        TEXT           NOT NULL,
  busy_until TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT mail_turn_pkey PRIMARY KEY (key)
);
