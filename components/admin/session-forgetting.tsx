'use client'

import { useEffect } from 'react'

const channelName = 'miroir'
const signedOut = 'signedOut'

/**
 * For pages that show what a session may see: asks the server for the page again, rather than show what the browser has kept of
 * it, when somebody comes back to it, or signs out in another tab.
 */
export function SessionForgetting() {
  useEffect(() => {
    const hide = () => {
      document.documentElement.hidden = true
    }
    const showAnew = () => {
      hide()
      location.reload()
    }
    // The browser keeps a page as it stands when it is left.
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && showAnew()
    const channel = new BroadcastChannel(channelName)
    channel.addEventListener('message', ({ data }) => data === signedOut && showAnew())
    addEventListener('pagehide', hide)
    addEventListener('pageshow', onShow)
    return () => {
      channel.close()
      removeEventListener('pagehide', hide)
      removeEventListener('pageshow', onShow)
    }
  }, [])
  return null
}

/** For the page that is shown to who is not signed in: tells this browser's other tabs. */
export function SignedOutTelling() {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName)
    channel.postMessage(signedOut)
    channel.close()
  }, [])
  return null
}
