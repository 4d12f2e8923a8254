-- The mail of an invitation names who invites, by the name that she gave herself.

ALTER TABLE organiser_link ADD COLUMN invited_by_id UUID;

ALTER TABLE organiser_link ADD CONSTRAINT organiser_link_invited_by_id_fkey
  FOREIGN KEY (invited_by_id) REFERENCES organiser (id) ON DELETE SET NULL ON UPDATE CASCADE;
