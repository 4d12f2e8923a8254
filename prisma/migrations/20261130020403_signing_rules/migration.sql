-- Rules that organisers make while the site runs: sweeps that last a day, blocks, exemptions.
CREATE TYPE signing_rule_effect AS ENUM ('hold', 'block', 'exempt');
CREATE TYPE signing_rule_target AS ENUM ('network_hash', 'network', 'domain', 'address');

ALTER TYPE hold_reason ADD VALUE 'blocked';
ALTER TYPE hold_reason ADD VALUE 'same_person';

CREATE TABLE signing_rule (
  id             UUID                NOT NULL,
  effect         signing_rule_effect NOT NULL,
  target         signing_rule_target NOT NULL,
  pattern        TEXT                NOT NULL,
  reason         TEXT                NOT NULL DEFAULT '',
  hold_reason    hold_reason,
  bulk_action_id UUID,
  organiser_id   UUID                NOT NULL,
  created_at     TIMESTAMPTZ(3)      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ends_at        TIMESTAMPTZ(3),
  ended_at       TIMESTAMPTZ(3),
  CONSTRAINT signing_rule_pkey PRIMARY KEY (id)
);

CREATE INDEX signing_rule_ended_at_ends_at_idx ON signing_rule (ended_at, ends_at);
CREATE INDEX signing_rule_bulk_action_id_idx ON signing_rule (bulk_action_id);
