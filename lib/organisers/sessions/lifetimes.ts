/** Idle timeout of a session, in minutes. */
export const SESSION_IDLE_MINUTES = 30

/** Absolute lifetime of a session, in hours. */
export const SESSION_LIFETIME_HOURS = 8

/** Minutes during which a second factor counts as fresh. */
export const FRESH_MINUTES = 10
