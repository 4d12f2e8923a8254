/** What PostgreSQL's programs inherit: no setting and no secret of whoever starts them. */
export const POSTGRES_ENVIRONMENT = { PATH: '/usr/bin:/bin' } as NodeJS.ProcessEnv
