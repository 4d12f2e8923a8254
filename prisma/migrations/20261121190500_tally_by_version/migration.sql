-- The tally is counted by version of the letter too: from the index alone, without the rows.
DROP INDEX signature_tally;
CREATE INDEX signature_tally ON signature (kind, country, "letterVersion") WHERE status = 'confirmed';
