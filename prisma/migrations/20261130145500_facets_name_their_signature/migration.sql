-- All signatures are counted in portions, by their ids.
CREATE OR REPLACE VIEW signature_facet AS
  SELECT f.facet, f.key, s.id
  FROM signature s, LATERAL signature_facets(
    CASE WHEN s.is_trial THEN 'trial' ELSE s.status::text END, s.kind::text, s.country, s.letter_version, s.paper_batch_id IS NOT NULL,
    s.category, s.locale, s.referrer_host, s.came_from, s.submitted_at, s.confirmed_at
  ) f;
