export type {
  ConfirmationLink,
  Mail,
  MailBatch,
  MailGate,
  OwnLink,
  PrismaClient,
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
} from './generated/enums.ts'
