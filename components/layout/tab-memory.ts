const key = 'miroir.questionnaire'

/** What the tab remembers of the questionnaire, as text; null where it remembers nothing, or storage is blocked. */
export function tabText(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** Remembers a text in the tab only. A full or blocked storage is no reason to stop a person who is answering. */
export function keepTabText(text: string): void {
  try {
    sessionStorage.setItem(key, text)
  } catch {
    // The answers are still in the form; only a refresh would lose them.
  }
}

/** Erases what the tab remembers. */
export function eraseTab(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing could be kept where storage is blocked.
  }
}

/** Erases what the tab remembers, as a script that a page without further code can carry. */
export const eraseTabScript = `try{sessionStorage.removeItem(${JSON.stringify(key)})}catch{}`
