import ipaddr from 'ipaddr.js'

/** Whether a host, as `URL` gives its name, is this machine for whoever asks for it. */
export function isLoopback(hostname: string): boolean {
  if (/^(?:.+\.)?localhost\.?$/.test(hostname)) return true
  const address = hostname.replaceAll(/^\[|\]$/g, '')
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}
