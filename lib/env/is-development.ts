/** Whether somebody works on the site (`npm run dev`): what is edited shows without a new start. */
export const isDevelopment = process.env.NODE_ENV === 'development'
