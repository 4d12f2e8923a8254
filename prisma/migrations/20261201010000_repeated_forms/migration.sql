-- CreateTable
CREATE TABLE "repeated_form" (
    "id" UUID NOT NULL,
    "email_key" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "browser_hash" TEXT,
    "is_trial" BOOLEAN NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3),

    CONSTRAINT "repeated_form_pkey" PRIMARY KEY ("id")
);
