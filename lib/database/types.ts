export type { ConfirmationLink, Mail, PrismaClient, Signature } from './generated/client.ts'
export { Prisma } from './generated/client.ts'
export type {
  MailKind,
  SignatureKind,
  SignatureStatus,
  SigningCapacity,
} from './generated/enums.ts'
