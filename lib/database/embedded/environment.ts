/** What PostgreSQL's programs inherit: no setting and no secret of whoever starts them. */
export const POSTGRES_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: '/usr/bin:/bin',
  NODE_ENV: 'production',
}
