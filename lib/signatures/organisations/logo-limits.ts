/** What may be uploaded: bytes of the file, and pixels once it is unfolded. */
export const LARGEST_UPLOAD_BYTES = 1024 * 1024
export const LARGEST_UPLOAD_PIXELS = 16_000_000

/** What is kept and shown: a box that the image fits into, in pixels, and its bytes. */
export const LOGO_BOX = { width: 400, height: 200 } as const
export const LARGEST_LOGO_BYTES = 200 * 1000
