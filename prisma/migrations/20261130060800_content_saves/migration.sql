-- CreateTable
CREATE TABLE "content_save" (
    "id" UUID NOT NULL,
    "organiser_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoes" UUID,

    CONSTRAINT "content_save_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_save_file" (
    "save_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "before" BYTEA,
    "after" BYTEA,

    CONSTRAINT "content_save_file_pkey" PRIMARY KEY ("save_id","path")
);

-- CreateIndex
CREATE INDEX "content_save_file_path_idx" ON "content_save_file"("path");

-- AddForeignKey
ALTER TABLE "content_save_file" ADD CONSTRAINT "content_save_file_save_id_fkey" FOREIGN KEY ("save_id") REFERENCES "content_save"("id") ON DELETE CASCADE ON UPDATE CASCADE;
