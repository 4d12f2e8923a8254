-- CreateTable
CREATE TABLE "unsaved_letter" (
    "organiser_id" UUID NOT NULL,
    "typed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "files" BYTEA NOT NULL,

    CONSTRAINT "unsaved_letter_pkey" PRIMARY KEY ("organiser_id")
);
