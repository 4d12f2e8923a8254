-- An address from which several mails in a row came back for now is paused for some days.

ALTER TYPE suppression_reason ADD VALUE 'paused';
