/** A choice as it reads in a list. */
export function choiceText(choice: unknown): string {
  if (choice === '') return 'empty text'
  return typeof choice === 'string' ? choice : (JSON.stringify(choice) ?? '')
}
