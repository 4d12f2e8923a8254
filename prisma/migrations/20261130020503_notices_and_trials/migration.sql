-- Sentences of owners for readers, the time of a pause, and signatures that are given in a preview.

ALTER TABLE campaign_run ADD COLUMN closing_notes JSONB NOT NULL DEFAULT '{}';
ALTER TABLE campaign_run ADD COLUMN paused_at TIMESTAMPTZ(3);
ALTER TABLE campaign_run ADD COLUMN site_notices JSONB NOT NULL DEFAULT '{}';
ALTER TABLE campaign_run ADD COLUMN shows_notice BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE signature ADD COLUMN is_trial BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX signature_trial ON signature (id) WHERE is_trial;

-- A trial is counted apart from every status.
CREATE OR REPLACE FUNCTION signature_facets(
  status TEXT, kind TEXT, country TEXT, letter_version TEXT, is_on_paper BOOLEAN, category TEXT,
  locale TEXT, referrer_host TEXT, came_from TEXT, submitted_at TIMESTAMPTZ, confirmed_at TIMESTAMPTZ
) RETURNS TABLE (facet TEXT, key TEXT)
LANGUAGE sql STABLE AS $$
  SELECT facet, to_jsonb(key)::text FROM (VALUES
    ('tally', ARRAY[status, kind, country, letter_version, is_on_paper::text], true),
    ('submitted-hour', ARRAY[public.hour_key(submitted_at), (status <> 'pending')::text], status NOT IN ('removed', 'trial')),
    ('confirmed-hour', ARRAY[public.hour_key(confirmed_at)], status = 'confirmed' AND confirmed_at IS NOT NULL),
    ('category', ARRAY[category], status = 'confirmed'),
    ('locale', ARRAY[locale], status = 'confirmed'),
    ('referrer-host', ARRAY[referrer_host], status = 'confirmed'),
    ('came-from', ARRAY[came_from], status = 'confirmed')
  ) AS facets (facet, key, is_counted)
  WHERE is_counted
$$;

CREATE OR REPLACE VIEW signature_facet AS
  SELECT f.facet, f.key
  FROM signature s, LATERAL signature_facets(
    CASE WHEN s.is_trial THEN 'trial' ELSE s.status::text END, s.kind::text, s.country, s.letter_version, s.paper_batch_id IS NOT NULL,
    s.category, s.locale, s.referrer_host, s.came_from, s.submitted_at, s.confirmed_at
  ) f;

CREATE OR REPLACE FUNCTION count_signature_changes() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO signature_count_delta (facet, key, signatures)
    SELECT f.facet, f.key, count(*)
    FROM new_rows s, LATERAL signature_facets(
      CASE WHEN s.is_trial THEN 'trial' ELSE s.status::text END, s.kind::text, s.country, s.letter_version, s.paper_batch_id IS NOT NULL,
      s.category, s.locale, s.referrer_host, s.came_from, s.submitted_at, s.confirmed_at
    ) f
    GROUP BY f.facet, f.key;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO signature_count_delta (facet, key, signatures)
    SELECT f.facet, f.key, -count(*)
    FROM old_rows s, LATERAL signature_facets(
      CASE WHEN s.is_trial THEN 'trial' ELSE s.status::text END, s.kind::text, s.country, s.letter_version, s.paper_batch_id IS NOT NULL,
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
      CASE WHEN s.is_trial THEN 'trial' ELSE s.status::text END, s.kind::text, s.country, s.letter_version, s.paper_batch_id IS NOT NULL,
      s.category, s.locale, s.referrer_host, s.came_from, s.submitted_at, s.confirmed_at
    ) f
    GROUP BY f.facet, f.key
    HAVING sum(s.by_how_many) <> 0;
  END IF;
  RETURN NULL;
END
$$;
