/** A session ends after this long without a page, in minutes. */
export const SESSION_IDLE_MINUTES = 30

/** A session ends after this long whatever happens, in hours. */
export const SESSION_LIFETIME_HOURS = 8

/** What needs a fresh second factor needs one shown within so many minutes. */
export const FRESH_MINUTES = 10
