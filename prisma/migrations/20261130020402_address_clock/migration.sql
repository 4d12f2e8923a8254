-- A clock that cannot be forgotten: when owners were told that addresses will be erased, and whether they postponed it.
CREATE TABLE address_clock (
  id           INTEGER NOT NULL DEFAULT 1,
  told_at      TIMESTAMPTZ(3),
  postponed_at TIMESTAMPTZ(3),
  CONSTRAINT address_clock_pkey PRIMARY KEY (id)
);

ALTER TYPE mail_kind ADD VALUE 'erasure_notice';
