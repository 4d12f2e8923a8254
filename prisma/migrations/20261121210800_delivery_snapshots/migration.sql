-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'making', 'made', 'failed');

-- CreateTable
CREATE TABLE "delivery_snapshot" (
    "id" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edition" JSONB NOT NULL,
    "takenAt" TIMESTAMPTZ(3),
    "tally" JSONB,
    "named" INTEGER,
    "root" TEXT,
    "branches" BYTEA,
    "state" "DeliveryState" NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "firstHash" TEXT,
    "packHash" TEXT,
    "packBytes" BIGINT,
    "packErased" INTEGER,
    "madeAt" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_member" (
    "snapshotId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "leaf" BYTEA NOT NULL,
    "salt" BYTEA,
    "record" TEXT,
    "isNamed" BOOLEAN NOT NULL,
    "signatureId" UUID,

    CONSTRAINT "delivery_member_pkey" PRIMARY KEY ("snapshotId","place")
);

-- CreateIndex
CREATE INDEX "delivery_snapshot_state_idx" ON "delivery_snapshot"("state");

-- CreateIndex
CREATE INDEX "delivery_member_signatureId_idx" ON "delivery_member"("signatureId");

-- AddForeignKey
ALTER TABLE "delivery_member" ADD CONSTRAINT "delivery_member_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "delivery_snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Erases what is frozen of a signature as soon as it is taken back, or its name is no longer shown,
-- whoever changes the row. The leaf stays: without salt and record it is a random number.
CREATE FUNCTION erase_frozen_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE delivery_member
  SET record = NULL,
      salt = NULL,
      "signatureId" = CASE WHEN TG_OP = 'DELETE' OR NEW.status = 'withdrawn' THEN NULL ELSE "signatureId" END
  WHERE "signatureId" = OLD.id
    AND (TG_OP = 'DELETE' OR NEW.status = 'withdrawn' OR "isNamed");
  RETURN NULL;
END
$$;

CREATE TRIGGER erase_frozen_when_taken_back AFTER UPDATE OF status ON signature
FOR EACH ROW WHEN (NEW.status = 'withdrawn' AND OLD.status <> 'withdrawn')
EXECUTE FUNCTION erase_frozen_member();

CREATE TRIGGER erase_frozen_when_hidden AFTER UPDATE OF "isPublic", "isHidden" ON signature
FOR EACH ROW WHEN (OLD."isPublic" AND NOT OLD."isHidden" AND NOT (NEW."isPublic" AND NOT NEW."isHidden"))
EXECUTE FUNCTION erase_frozen_member();

CREATE TRIGGER erase_frozen_when_deleted AFTER DELETE ON signature
FOR EACH ROW EXECUTE FUNCTION erase_frozen_member();
