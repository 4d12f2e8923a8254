export type {
  ConfirmationLink,
  Mail,
  OwnLink,
  PrismaClient,
  Signature,
} from './generated/client.ts'
export { Prisma } from './generated/client.ts'
export type {
  HoldReason,
  LetterChange,
  MailKind,
  OrganiserRole,
  SignatureEventKind,
  SignatureKind,
  SignatureStatus,
  SigningCapacity,
  StatementStatus,
} from './generated/enums.ts'
