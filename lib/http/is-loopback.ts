import ipaddr from 'ipaddr.js'

/** Whether a host, as `URL` gives its name, is the loopback: every machine that asks for it reaches itself. */
export function isLoopback(hostname: string): boolean {
  if (/^(?:.+\.)?localhost\.?$/.test(hostname)) return true
  const address = hostname.replaceAll(/^\[|\]$/g, '')
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}
