import { unstable_isUnrecognizedActionError } from 'next/navigation'

/** Whether something failed because the site was built anew since the page was loaded: an action or a script is gone. */
export function isPageTooOld(error: unknown): boolean {
  return (
    unstable_isUnrecognizedActionError(error) || (error instanceof Error && error.name === 'ChunkLoadError')
  )
}
