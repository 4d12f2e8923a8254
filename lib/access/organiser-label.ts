/** An organiser as colleagues know her: by her address, which is proved, behind the name that she gave herself. */
export function organiserLabel({ name, email }: { name: string | null; email: string }) {
  return name ? `${name} (${email})` : email
}
