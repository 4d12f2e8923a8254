-- CreateTable
CREATE TABLE "content_upload" (
    "id" UUID NOT NULL,
    "organiser_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "files" BYTEA NOT NULL,

    CONSTRAINT "content_upload_pkey" PRIMARY KEY ("id")
);
