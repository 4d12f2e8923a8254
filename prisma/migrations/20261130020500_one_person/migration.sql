-- What organisers do for one person who asks (docs/decisions/0053-one-person-and-notices.md).

ALTER TYPE signature_event_kind ADD VALUE 'erased';
