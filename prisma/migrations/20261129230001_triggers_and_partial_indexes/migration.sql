-- What schema.prisma cannot say: partial and expression indexes, and triggers. Written by hand; a database
-- that is carried over runs it too (lib/database/carry-over.ts).

-- 1. Indexes -------------------------------------------------------------------------------------

-- The public list, newest first: the next page starts where the last one ended.
CREATE INDEX signature_public_list ON signature (confirmed_at DESC, id DESC)
  WHERE status = 'confirmed' AND is_public;

-- The tally is counted by version of the letter from this index alone, without the rows.
CREATE INDEX signature_tally ON signature (kind, country, letter_version) WHERE status = 'confirmed';

-- The overview's days and hours are counted from it alone.
CREATE INDEX signature_confirmed_when ON signature (confirmed_at) WHERE status = 'confirmed';

-- Addresses by their beginning, whatever the order of the database's language: schema.prisma knows the
-- index, and not its operator class.
DROP INDEX signature_email_prefix;
CREATE INDEX signature_email_prefix ON signature (email text_pattern_ops);

-- Addresses by their domain: an expression, so that no column has to be kept beside the address.
CREATE INDEX signature_mail_domain ON signature (split_part(email, '@', 2), submitted_at);

-- The mails of one organiser, among all those of signatories: whoever removes her, or counts the tests that
-- she sent herself, would walk through every mail of the campaign.
CREATE INDEX mail_organiser ON mail (organiser_id) WHERE organiser_id IS NOT NULL;

-- 2. The audit log is append-only, and each record carries the hash of the one before
--    (docs/decisions/0013-audit-log.md) ---------------------------------------------------------

-- A field as it is hashed: its length in bytes, a colon, the text; ~ where there is none.
CREATE FUNCTION audit_field(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '~')
$$;

-- lib/audit/record-hash.ts computes the same, so that no one has to believe this one.
CREATE FUNCTION audit_hash(record public.audit_record) RETURNS TEXT
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n',
    'open-letter-trail-1',
    public.audit_field(record.id::text),
    public.audit_field(record.sequence::text),
    public.audit_field(to_char(record.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    public.audit_field(record.organiser_id::text),
    public.audit_field(record.network_hash),
    public.audit_field(record.kind),
    public.audit_field(record.subject),
    public.audit_field(record.rows::text),
    public.audit_field(record.file_hash),
    public.audit_field(record.details::text),
    public.audit_field(record.previous_hash)
  ), 'UTF8')), 'hex')
$$;

-- Gives a new record its number behind the last one, and its hash. The lock is taken when the transaction
-- commits and falls when it has: writers wait for one another for the time of a commit.
CREATE FUNCTION audit_chain_record() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  chained public.audit_record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit_record', 0));
  SELECT * INTO STRICT chained FROM public.audit_record WHERE id = NEW.id;
  chained.at := date_trunc('milliseconds', clock_timestamp());
  SELECT sequence + 1, hash INTO chained.sequence, chained.previous_hash
    FROM (
      SELECT sequence, hash FROM public.audit_record
      WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1
    ) AS last;
  chained.sequence := coalesce(chained.sequence, 1);
  chained.previous_hash := coalesce(chained.previous_hash, repeat('0', 64));
  chained.hash := public.audit_hash(chained);
  UPDATE public.audit_record
    SET at = chained.at, sequence = chained.sequence, previous_hash = chained.previous_hash,
      hash = chained.hash
    WHERE id = NEW.id;
  RETURN NULL;
END
$$;

-- Nobody says for herself when, with which number and with which hash.
CREATE FUNCTION audit_clear_chain() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.at := clock_timestamp();
  NEW.sequence := NULL;
  NEW.previous_hash := NULL;
  NEW.hash := NULL;
  RETURN NEW;
END
$$;

-- The one change that there is: number and hash, in the transaction that wrote the record.
CREATE FUNCTION audit_refuse_change() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.hash IS NULL AND NEW.hash IS NOT NULL AND
      (OLD.id, OLD.organiser_id, OLD.network_hash, OLD.kind, OLD.subject, OLD.rows,
        OLD.file_hash, OLD.details) IS NOT DISTINCT FROM
      (NEW.id, NEW.organiser_id, NEW.network_hash, NEW.kind, NEW.subject, NEW.rows,
        NEW.file_hash, NEW.details)
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit_record is append-only: % is refused', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_clear_chain BEFORE INSERT ON audit_record
  FOR EACH ROW EXECUTE FUNCTION audit_clear_chain();
CREATE CONSTRAINT TRIGGER audit_chain_record AFTER INSERT ON audit_record
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain_record();
CREATE TRIGGER audit_refuse_change BEFORE UPDATE OR DELETE ON audit_record
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_refuse_truncate BEFORE TRUNCATE ON audit_record
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- 3. A snapshot forgets who withdraws, hides or is deleted (docs/decisions/0016-delivery-pack.md) --

CREATE FUNCTION erase_frozen_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE delivery_member
  SET record = NULL,
      salt = NULL,
      signature_id = CASE WHEN TG_OP = 'DELETE' OR NEW.status = 'withdrawn' THEN NULL ELSE signature_id END
  WHERE signature_id = OLD.id
    AND (TG_OP = 'DELETE' OR NEW.status = 'withdrawn' OR is_named);
  RETURN NULL;
END
$$;

CREATE TRIGGER erase_frozen_when_taken_back AFTER UPDATE OF status ON signature
FOR EACH ROW WHEN (NEW.status = 'withdrawn' AND OLD.status <> 'withdrawn')
EXECUTE FUNCTION erase_frozen_member();

CREATE TRIGGER erase_frozen_when_hidden AFTER UPDATE OF is_public, is_hidden ON signature
FOR EACH ROW WHEN (OLD.is_public AND NOT OLD.is_hidden AND NOT (NEW.is_public AND NOT NEW.is_hidden))
EXECUTE FUNCTION erase_frozen_member();

CREATE TRIGGER erase_frozen_when_deleted AFTER DELETE ON signature
FOR EACH ROW EXECUTE FUNCTION erase_frozen_member();
