-- Counts that grow by what is new (docs/decisions/0039-counts-that-grow.md).

CREATE TABLE signature_count (
  facet      TEXT    NOT NULL,
  key        TEXT    NOT NULL,
  signatures INTEGER NOT NULL,
  CONSTRAINT signature_count_pkey PRIMARY KEY (facet, key)
);

CREATE TABLE signature_count_delta (
  id         BIGSERIAL NOT NULL,
  facet      TEXT      NOT NULL,
  key        TEXT      NOT NULL,
  signatures INTEGER   NOT NULL,
  CONSTRAINT signature_count_delta_pkey PRIMARY KEY (id)
);

CREATE TABLE signature_count_check (
  day         DATE NOT NULL,
  differences INTEGER,
  CONSTRAINT signature_count_check_pkey PRIMARY KEY (day)
);

-- Rows come and go each second: without this the table would be looked at once in a fifth of its size.
ALTER TABLE signature_count_delta SET (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000
);

-- An hour in UTC, as a key: 2026-05-26T08.
CREATE FUNCTION hour_key(moment TIMESTAMPTZ) RETURNS TEXT
LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24')
$$;

-- Everything that one signature counts in. The one truth of triggers, of the first count and of the check.
CREATE FUNCTION signature_facets(
  status TEXT, kind TEXT, country TEXT, letter_version TEXT, is_on_paper BOOLEAN, category TEXT,
  locale TEXT, referrer_host TEXT, came_from TEXT, submitted_at TIMESTAMPTZ, confirmed_at TIMESTAMPTZ
) RETURNS TABLE (facet TEXT, key TEXT)
LANGUAGE sql STABLE AS $$
  SELECT facet, to_jsonb(key)::text FROM (VALUES
    ('tally', ARRAY[status, kind, country, letter_version, is_on_paper::text], true),
    ('submitted-hour', ARRAY[public.hour_key(submitted_at), (status <> 'pending')::text], status <> 'removed'),
    ('confirmed-hour', ARRAY[public.hour_key(confirmed_at)], status = 'confirmed' AND confirmed_at IS NOT NULL),
    ('category', ARRAY[category], status = 'confirmed'),
    ('locale', ARRAY[locale], status = 'confirmed'),
    ('referrer-host', ARRAY[referrer_host], status = 'confirmed'),
    ('came-from', ARRAY[came_from], status = 'confirmed')
  ) AS facets (facet, key, is_counted)
  WHERE is_counted
$$;

-- The facets of a whole table of signatures are written out by a view, so that its columns are named once.
CREATE VIEW signature_facet AS
  SELECT f.facet, f.key
  FROM signature s, LATERAL signature_facets(
    s.status::text, s.kind::text, s.country, s.letter_version, s.paper_batch_id IS NOT NULL,
    s.category, s.locale, s.referrer_host, s.came_from, s.submitted_at, s.confirmed_at
  ) f;

-- Writes what a statement changed in the counts, in its own transaction. Rows are only added: nobody
-- who signs waits for anybody else who does.
CREATE FUNCTION count_signature_changes() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO signature_count_delta (facet, key, signatures)
    SELECT f.facet, f.key, count(*)
    FROM new_rows s, LATERAL signature_facets(
      s.status::text, s.kind::text, s.country, s.letter_version, s.paper_batch_id IS NOT NULL,
      s.category, s.locale, s.referrer_host, s.came_from, s.submitted_at, s.confirmed_at
    ) f
    GROUP BY f.facet, f.key;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO signature_count_delta (facet, key, signatures)
    SELECT f.facet, f.key, -count(*)
    FROM old_rows s, LATERAL signature_facets(
      s.status::text, s.kind::text, s.country, s.letter_version, s.paper_batch_id IS NOT NULL,
      s.category, s.locale, s.referrer_host, s.came_from, s.submitted_at, s.confirmed_at
    ) f
    GROUP BY f.facet, f.key;
  ELSE
    INSERT INTO signature_count_delta (facet, key, signatures)
    SELECT f.facet, f.key, sum(s.by_how_many)
    FROM (
      SELECT 1 AS by_how_many, new_rows.* FROM new_rows
      UNION ALL
      SELECT -1, old_rows.* FROM old_rows
    ) s, LATERAL signature_facets(
      s.status::text, s.kind::text, s.country, s.letter_version, s.paper_batch_id IS NOT NULL,
      s.category, s.locale, s.referrer_host, s.came_from, s.submitted_at, s.confirmed_at
    ) f
    GROUP BY f.facet, f.key
    HAVING sum(s.by_how_many) <> 0;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER count_inserted_signatures AFTER INSERT ON signature
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_signature_changes();
CREATE TRIGGER count_updated_signatures AFTER UPDATE ON signature
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_signature_changes();
CREATE TRIGGER count_deleted_signatures AFTER DELETE ON signature
  REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_signature_changes();

-- Emptying the table at once would leave the counts behind.
CREATE FUNCTION forget_signature_counts() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM signature_count;
  DELETE FROM signature_count_delta;
  RETURN NULL;
END
$$;
CREATE TRIGGER forget_signature_counts AFTER TRUNCATE ON signature
  FOR EACH STATEMENT EXECUTE FUNCTION forget_signature_counts();

INSERT INTO signature_count (facet, key, signatures)
SELECT facet, key, count(*) FROM signature_facet GROUP BY facet, key;

-- The last count of the overview is no longer kept: every look reads the counts.
DROP TABLE campaign_metrics;
