export type {
  ConfirmationLink,
  Mail,
  MailBatch,
  MailGate,
  Organiser,
  OwnLink,
  PrismaClient,
  SignatoryUpdate,
  Signature,
} from './generated/client.ts'
export { Prisma } from './generated/client.ts'
export type {
  CampaignState,
  HoldReason,
  LetterChange,
  MailDelivery,
  MailKind,
  MailStatus,
  OrganiserRole,
  SignatureEventKind,
  SignatureKind,
  SignatureStatus,
  SigningCapacity,
  StatementStatus,
  SuppressionReason,
  UpdateStatus,
} from './generated/enums.ts'
