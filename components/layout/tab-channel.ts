/** What one tab tells the site's other tabs. */
export type TabMessage = 'erased' | 'withdrawn' | 'signedOut'

const tabChannel = 'miroir'

/** Tells the other tabs, as a script that a page without further code can carry. */
export const tellTabsScript = (message: TabMessage): string =>
  `try{new BroadcastChannel(${JSON.stringify(tabChannel)}).postMessage(${JSON.stringify(message)})}catch{}`

/** Tells the other tabs. */
export function tellTabs(message: TabMessage): void {
  const channel = new BroadcastChannel(tabChannel)
  channel.postMessage(message)
  channel.close()
}

/** Calls `hear` with what other tabs tell. Returns what ends that. */
export function listenToTabs(hear: (message: TabMessage) => void): () => void {
  const channel = new BroadcastChannel(tabChannel)
  channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => hear(data))
  return () => channel.close()
}
