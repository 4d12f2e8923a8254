-- What people gave a site of version 0.1.0, under the secret of the tests (tests/support/settings.ts).
INSERT INTO organiser (id, email, role, "hasSecondFactor") VALUES
  ('0192f0c1-0000-7000-8000-0000000000a1', 'lucie@letter.example', 'owner', true);
INSERT INTO organiser_link (id, "organiserId", "tokenHash", "expiresAt")
  SELECT gen_random_uuid(), id, 'organiser-link', now() FROM organiser;
INSERT INTO organiser_password (id, "organiserId", "accountId", password)
  SELECT gen_random_uuid(), id, id::text, 'x:y' FROM organiser;
INSERT INTO organiser_code_app (id, "organiserId", secret, "recoveryCodes", "isVerified", "codesKeptAt")
  SELECT gen_random_uuid(), id, 'secret', '[]', true, now() FROM organiser;
INSERT INTO organiser_passkey (id, "organiserId", "publicKey", "credentialId", counter, "deviceType", "isBackedUp")
  SELECT gen_random_uuid(), id, 'key', 'credential', 1, 'singleDevice', false FROM organiser;
INSERT INTO organiser_session (id, "organiserId", "tokenHash", "expiresAt")
  SELECT gen_random_uuid(), id, 'organiser-session', now() FROM organiser;
INSERT INTO organiser_challenge (id, identifier, value, "expiresAt") VALUES (gen_random_uuid(), 'hash', 'value', now());
INSERT INTO organiser_used_code ("codeHash") VALUES ('used');

INSERT INTO campaign_run (id, state, "previewId") VALUES (1, 'open', gen_random_uuid());
INSERT INTO campaign_setting (key, value) VALUES ('updateMailsPerHour', '500');
INSERT INTO campaign_figures (kind, figures, "asOf") VALUES ('overview', '{}', now());
INSERT INTO letter_version (id, language, version, level, title, addressee, date, body) VALUES
  ('0192f0c1-0000-7000-8000-0000000000f1', 'fr', repeat('a', 64), 'first', 'Titre', 'À tous', '2020-05-26', 'Texte');
INSERT INTO app_secret ("keyId", place, sealed) VALUES ('868ee85e', 0, NULL);
INSERT INTO key_backfill (version, "completedAt") VALUES (1, now());

INSERT INTO paper_batch (id, status, "fileName", header, columns, place, "gatheredOn", locale, "importedRows", "organiserId", "importedAt")
  VALUES ('0192f0c1-0000-7000-8000-0000000000b2', 'imported', 'nantes.csv', '{Nom}', '{name}', 'Nantes', '2026-05-01', 'fr', 1,
    '0192f0c1-0000-7000-8000-0000000000a1', now());
INSERT INTO paper_row ("batchId", number, cells, state, faults)
  VALUES ('0192f0c1-0000-7000-8000-0000000000b2', 2, '{Total}', 'remark', '{remark.total}');

INSERT INTO signature (id, "emailKey", email, status, name, kind, organisation, country, "isPublic", "wantsUpdates",
    locale, "letterVersion", "searchKey", "submittedAt", "confirmedAt", "extendedAt", "paperBatchId", "logoHash", "holdReasons")
  VALUES
  ('0192f0c1-0000-7000-8000-0000000000c1', 'camille.roux@example.org', 'camille.roux@example.org', 'confirmed',
    'Camille Roux', 'individual', NULL, 'FR', true, true, 'fr', repeat('a', 64), 'camille roux', '2026-05-26', '2026-05-26', '2026-05-27', NULL, NULL, '{}'),
  ('0192f0c1-0000-7000-8000-0000000000c2', 'zoe@example.org', 'zoe@example.org', 'pending',
    'Zoé', 'individual', NULL, 'BE', false, false, 'fr', repeat('a', 64), 'zoe', now(), NULL, NULL, NULL, NULL, '{}'),
  ('0192f0c1-0000-7000-8000-0000000000c3', 'amina@hospital.example', 'amina@hospital.example', 'held',
    'Amina', 'organisation', 'Hospital', 'SN', true, false, 'en', repeat('a', 64), 'amina hospital', '2026-05-28', '2026-05-28', NULL, NULL, 'logo', '{organisation_double}'),
  ('0192f0c1-0000-7000-8000-0000000000c4', NULL, '', 'confirmed',
    'Idris', 'individual', NULL, 'FR', true, false, 'fr', repeat('a', 64), 'idris', '2026-05-01', '2026-05-01', NULL, '0192f0c1-0000-7000-8000-0000000000b2', NULL, '{}');
INSERT INTO organisation_logo ("signatureId", image) VALUES ('0192f0c1-0000-7000-8000-0000000000c3', '\x00');
INSERT INTO signature_event (id, "signatureId", kind) VALUES
  ('0192f0c1-0000-7000-8000-0000000000d1', '0192f0c1-0000-7000-8000-0000000000c1', 'confirmed'),
  ('0192f0c1-0000-7000-8000-0000000000d2', '0192f0c1-0000-7000-8000-0000000000c1', 'extended');
INSERT INTO name_report (id, "signatureId", reason, "networkHash")
  VALUES (gen_random_uuid(), '0192f0c1-0000-7000-8000-0000000000c1', 'imitation', 'network');
INSERT INTO suppression ("keyHash", reason, "askedAt") VALUES ('key', 'bounced', now());
INSERT INTO removed_address ("addressHash") VALUES ('address');
INSERT INTO automatic_act (brake, subject) VALUES ('hide-reported', 'subject');
INSERT INTO brake (name, "heldBack") VALUES ('hide-reported', 3);
INSERT INTO retention_run (id, rule, rows) VALUES (gen_random_uuid(), 'pending', 2);

INSERT INTO confirmation_link (id, "signatureId", "tokenHash", "disownHash", "codeTries", details, "expiresAt") VALUES
  ('868ee85e-96c3-8359-a0fe-5eab9230cb49', '0192f0c1-0000-7000-8000-0000000000c2',
    'aabda0afe66ff95cc52896deeb7a3a3d3607b598afe9cc7eb5aa3c0811950c03',
    'd025b1cd4cda0c6874c429756c62618087ebcf018f7ecf4d81dc6e71449ef35d', 1,
    jsonb_build_object('email', 'zoe@example.org', 'name', 'Zoé', 'kind', 'individual', 'organisation', NULL,
      'role', NULL, 'category', NULL, 'country', 'BE', 'website', NULL, 'statement', NULL, 'capacity', 'personal',
      'isPublic', true, 'wantsUpdates', false, 'locale', 'fr', 'letterVersion', repeat('a', 64),
      'consentVersion', repeat('c', 64), 'networkHash', NULL),
    now() + interval '14 days');
INSERT INTO own_link (id, "signatureId", "tokenHash", "expiresAt") VALUES
  ('868ee85e-046a-814d-8d7b-a74923fbbe31', '0192f0c1-0000-7000-8000-0000000000c1',
    '97f176cb977d3fa3260d8747de48bbcd2c0d88b9ad5a99055adfc2af95a483fe', now() + interval '30 minutes');
INSERT INTO own_session (id, "signatureId", "tokenHash", "expiresAt") VALUES
  ('868ee85e-152b-82cc-8497-5a6275fbf41f', '0192f0c1-0000-7000-8000-0000000000c1',
    'a74359df551954d7d161a02068037025ea87c0fe6798405d11154b8f8b9f5742', now() + interval '30 minutes');
INSERT INTO extension_link (id, "signatureId", "askedFor", "tokenHash", "expiresAt") VALUES
  ('868ee85e-bc37-864d-b948-2dc6ea87cd09', '0192f0c1-0000-7000-8000-0000000000c1', '0192f0c1-0000-7000-8000-0000000000f1',
    'e9fdaff9506d6d133b14484f36906375b6017a309be3a634cfc09c1ac5895b77', now() + interval '180 days');

INSERT INTO signatory_update (id, status, texts, "writtenById", "startedAt", recipients, reached) VALUES
  ('0192f0c1-0000-7000-8000-0000000000e1', 'sending', '{}', '0192f0c1-0000-7000-8000-0000000000a1', now(), 1,
    '0192f0c1-0000-7000-8000-0000000000c1');
INSERT INTO mail_batch (id, status, importance, size, payload, "nextAttemptAt", "firstTriedAt") VALUES
  ('0192f0c1-0000-7000-8000-0000000000ba', 'open', 1, 1, decode('01868ee85ebdb3b5cc1d56d33061a1030484d129762b2d87bd972e78a03587a6d439b881c04fcdad0f7f63658f35ffc645504204aa227d9f299d77b8f27b944f914d07ae03fb40cfd0db7fbcd2132819de9914d0b4b0919790bc8a087268814e0138920c20b8ea635bfcf1b28417c6d75175f6e8d678e6153f6dc8312d71e707c2d1537688f0a3f131bc00b53393eec0195815e63bbf76627326e0ea46bb1cd02f5702f6a12d5d4d6e3b918c6535e30570c37af4c40aa6531e42e37804', 'hex'), now(), now());
INSERT INTO mail (id, kind, status, "signatureId", "linkId", "ownLinkId", "extensionId", "updateId", "batchId", "isAlone") VALUES
  ('0192f0c1-0000-7000-8000-0000000000b1', 'own_link', 'sending', '0192f0c1-0000-7000-8000-0000000000c1', NULL, '868ee85e-046a-814d-8d7b-a74923fbbe31', NULL, NULL, '0192f0c1-0000-7000-8000-0000000000ba', true),
  ('0192f0c1-0000-7000-8000-0000000000b3', 'confirm', 'sent', '0192f0c1-0000-7000-8000-0000000000c2', '868ee85e-96c3-8359-a0fe-5eab9230cb49', NULL, NULL, NULL, NULL, false),
  ('0192f0c1-0000-7000-8000-0000000000b4', 'extend', 'sent', '0192f0c1-0000-7000-8000-0000000000c1', NULL, NULL, '868ee85e-bc37-864d-b948-2dc6ea87cd09', NULL, NULL, false),
  ('0192f0c1-0000-7000-8000-0000000000b5', 'update', 'sent', '0192f0c1-0000-7000-8000-0000000000c1', NULL, NULL, NULL, '0192f0c1-0000-7000-8000-0000000000e1', NULL, false);
INSERT INTO mail_event (id, "mailId", kind, at) VALUES ('svix', '0192f0c1-0000-7000-8000-0000000000b3', 'delivered', now());
INSERT INTO mail_gate (id, "nextCallAt", "closedUntil") VALUES (1, now(), now());
INSERT INTO mail_minute (minute, mails) VALUES (date_trunc('minute', now()), 3);
INSERT INTO mail_day (day, domain, written, sent, delivered, bounced, complained, asked, confirmed)
  VALUES ('2026-05-26', '', 1, 1, 1, 0, 0, 1, 1);

INSERT INTO hook (id, url, "sealedSecret") VALUES ('0192f0c1-0000-7000-8000-0000000000f2', 'https://ngo.example/hook',
  decode('01868ee85e2a6f3876ccb4f97862b0f3359ac649ee84f88bb98d62c4b24bcad4d1b1df0aca4cf660d56c4f526500a122b20a75d0e929de0393eb7c18d00d68a5193dbfeddece5f', 'hex'));
INSERT INTO hook_message ("hookId", event, "signatureId", "lastAnswer")
  VALUES ('0192f0c1-0000-7000-8000-0000000000f2', 'confirmed', '0192f0c1-0000-7000-8000-0000000000c1', '503');
INSERT INTO news_item (id, state, slug, written, shown, "writtenById", "publishedAt")
  VALUES (gen_random_uuid(), 'published', 'a-day', '{"day": "2026-05-27"}', '{"day": "2026-05-26"}', '0192f0c1-0000-7000-8000-0000000000a1', now());
INSERT INTO approval (id, kind, subject, "sealedSubject", reason, "askedById", "expiresAt") VALUES
  (gen_random_uuid(), 'export', 'hash', decode('01868ee85e5145c73c186a4a6ce67cabeeaff92aa1f495e3883a0f334480aeda84afb321a4a60f447332c1', 'hex'),
    'For the ministry', '0192f0c1-0000-7000-8000-0000000000a1', now() + interval '1 day'),
  (gen_random_uuid(), 'update', 'hash of a text', decode('01868ee85e5145c73c186a4a6ce67cabeeaff92aa1f495e3883a0f334480aeda84afb321a4a60f447332c1', 'hex'),
    'For Tuesday', '0192f0c1-0000-7000-8000-0000000000a1', now() + interval '1 day');
INSERT INTO bulk_action (id, kind, state, rows, "organiserId", "networkHash") VALUES
  ('0192f0c1-0000-7000-8000-0000000000f3', 'hold', 'done', 1, '0192f0c1-0000-7000-8000-0000000000a1', 'network');
INSERT INTO bulk_action_member ("bulkActionId", "signatureId", contents, state)
  VALUES ('0192f0c1-0000-7000-8000-0000000000f3', '0192f0c1-0000-7000-8000-0000000000c3', 'hash', 'done');
INSERT INTO export_run (id, "organiserId", "fileName", state) VALUES (gen_random_uuid(), '0192f0c1-0000-7000-8000-0000000000a1', 'all.csv', 'sent');
INSERT INTO delivery_snapshot (id, "askedById", edition, "takenAt", tally, named, root, branches, state) VALUES
  ('0192f0c1-0000-7000-8000-0000000000f4', '0192f0c1-0000-7000-8000-0000000000a1', '{"siteUrl": "https://letter.example", "languages": []}', now(), '{}', 1, 'root', '\x', 'made');
INSERT INTO delivery_member ("snapshotId", place, leaf, salt, record, "isNamed", "signatureId") VALUES
  ('0192f0c1-0000-7000-8000-0000000000f4', 0, '\x01', '\x02', '{"name":"Camille Roux"}', true, '0192f0c1-0000-7000-8000-0000000000c1');

INSERT INTO audit_record ("organiserId", "networkHash", kind, subject, rows, "fileHash", details) VALUES
  ('0192f0c1-0000-7000-8000-0000000000a1', 'network', 'signed-in', NULL, NULL, NULL, '{}'),
  ('0192f0c1-0000-7000-8000-0000000000a1', 'network', 'trail-read', NULL, 50, NULL, '{"kind": "signed-in"}'),
  ('0192f0c1-0000-7000-8000-0000000000a1', 'network', 'update-started', '0192f0c1-0000-7000-8000-0000000000e1', 1, NULL, '{}'),
  ('0192f0c1-0000-7000-8000-0000000000a1', 'network', 'hook-added', '0192f0c1-0000-7000-8000-0000000000f2', NULL, NULL, '{"host": "ngo.example"}'),
  (NULL, NULL, 'exported', NULL, 2, repeat('e', 64), '{"from": "command"}');
