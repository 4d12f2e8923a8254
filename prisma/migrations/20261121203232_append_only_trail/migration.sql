-- AlterTable
ALTER TABLE "audit_record" ADD COLUMN     "hash" TEXT,
ADD COLUMN     "place" BIGINT,
ADD COLUMN     "previousHash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "audit_record_place_key" ON "audit_record"("place");

-- CreateIndex
CREATE INDEX "audit_record_kind_place_idx" ON "audit_record"("kind", "place");

-- CreateIndex
CREATE INDEX "audit_record_organiserId_place_idx" ON "audit_record"("organiserId", "place");

-- CreateIndex
CREATE INDEX "audit_record_at_idx" ON "audit_record"("at");

-- From here on by hand: what seals each record, and what refuses to change it
-- (docs/decisions/0013-the-trail.md).

-- A field as it is hashed: its length in bytes, a colon, the text; ~ where there is none.
CREATE FUNCTION "audit_field"(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '~')
$$;

-- lib/audit/seal.ts computes the same, so that no one has to believe this one.
CREATE FUNCTION "audit_hash"(record public."audit_record") RETURNS TEXT
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n',
    'open-letter-trail-1',
    public."audit_field"(record.id::text),
    public."audit_field"(record.place::text),
    public."audit_field"(to_char(record.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    public."audit_field"(record."organiserId"::text),
    public."audit_field"(record."networkHash"),
    public."audit_field"(record.kind),
    public."audit_field"(record.subject),
    public."audit_field"(record.rows::text),
    public."audit_field"(record."fileHash"),
    public."audit_field"(record.details::text),
    public."audit_field"(record."previousHash")
  ), 'UTF8')), 'hex')
$$;

-- Gives a new record its place behind the last one. The lock is taken when the transaction commits
-- and falls when it has: writers wait for one another for the time of a commit.
CREATE FUNCTION "audit_seal"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  sealed public."audit_record";
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit_record', 0));
  SELECT * INTO STRICT sealed FROM public."audit_record" WHERE id = NEW.id;
  sealed.at := date_trunc('milliseconds', clock_timestamp());
  SELECT place + 1, hash INTO sealed.place, sealed."previousHash"
    FROM (
      SELECT place, hash FROM public."audit_record"
      WHERE place IS NOT NULL ORDER BY place DESC LIMIT 1
    ) AS last;
  sealed.place := coalesce(sealed.place, 1);
  sealed."previousHash" := coalesce(sealed."previousHash", repeat('0', 64));
  sealed.hash := public."audit_hash"(sealed);
  UPDATE public."audit_record"
    SET at = sealed.at, place = sealed.place, "previousHash" = sealed."previousHash",
      hash = sealed.hash
    WHERE id = NEW.id;
  RETURN NULL;
END
$$;

-- Nobody says for herself when, where in the trail and with which hash.
CREATE FUNCTION "audit_begin"() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.at := clock_timestamp();
  NEW.place := NULL;
  NEW."previousHash" := NULL;
  NEW.hash := NULL;
  RETURN NEW;
END
$$;

-- The one change that there is: the seal, in the transaction that wrote the record.
CREATE FUNCTION "audit_refuse"() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.hash IS NULL AND NEW.hash IS NOT NULL AND
      (OLD.id, OLD."organiserId", OLD."networkHash", OLD.kind, OLD.subject, OLD.rows,
        OLD."fileHash", OLD.details) IS NOT DISTINCT FROM
      (NEW.id, NEW."organiserId", NEW."networkHash", NEW.kind, NEW.subject, NEW.rows,
        NEW."fileHash", NEW.details)
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit_record is append-only: % is refused', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;

-- What was written before there were seals gets its own, in the order of writing.
DO $$
DECLARE
  old RECORD;
  sealed "audit_record";
  last_hash TEXT := repeat('0', 64);
  last_place BIGINT := 0;
BEGIN
  FOR old IN SELECT id FROM "audit_record" ORDER BY id LOOP
    SELECT * INTO sealed FROM "audit_record" WHERE id = old.id;
    sealed.place := last_place + 1;
    sealed."previousHash" := last_hash;
    sealed.hash := "audit_hash"(sealed);
    UPDATE "audit_record"
      SET place = sealed.place, "previousHash" = sealed."previousHash", hash = sealed.hash
      WHERE id = old.id;
    last_place := sealed.place;
    last_hash := sealed.hash;
  END LOOP;
END
$$;

CREATE TRIGGER "audit_begin" BEFORE INSERT ON "audit_record"
  FOR EACH ROW EXECUTE FUNCTION "audit_begin"();
CREATE CONSTRAINT TRIGGER "audit_seal" AFTER INSERT ON "audit_record"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "audit_seal"();
CREATE TRIGGER "audit_refuse_change" BEFORE UPDATE OR DELETE ON "audit_record"
  FOR EACH ROW EXECUTE FUNCTION "audit_refuse"();
CREATE TRIGGER "audit_refuse_truncate" BEFORE TRUNCATE ON "audit_record"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();
