/** Pixels of the picture that stands with a shared link: what the services that show it ask for. */
export const SOCIAL_PICTURE_SIZE = { width: 1200, height: 630 }
