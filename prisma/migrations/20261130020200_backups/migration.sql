-- Nightly backups (docs/decisions/0049-backups.md): one instance makes that of a day.

CREATE TABLE backup_run (
  day         DATE           NOT NULL,
  started_at  TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  finished_at TIMESTAMPTZ(3),
  bytes       BIGINT,
  CONSTRAINT backup_run_pkey PRIMARY KEY (day)
);
