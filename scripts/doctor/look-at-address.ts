import type { Settings } from '@/lib/env'
import { askOrigin, findServed } from '../served'
import { startCommand } from '../site'
import { fine, warning, type Finding } from './finding'

/** Whether the site of these settings runs on this machine. */
export async function lookAtServer(settings: Settings): Promise<Finding> {
  const url = await findServed(settings)
  return url === null
    ? warning(
        'server',
        `No site of this data folder answers on this machine: start it with \`${startCommand(settings)}\`.`,
      )
    : fine('server', `It answers at ${url}.`)
}

/** What a proxy of this machine would say of a browser that came by another address. */
const asProxy = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'proxy.example' }

/** The address and the scheme that the site believes it has. */
export async function lookAtAddress(settings: Settings): Promise<Finding> {
  const { publicUrl } = settings
  if (publicUrl !== undefined) return lookAtPublicUrl(publicUrl)
  const url = await findServed(settings)
  if (url === null)
    return warning(
      'proxy',
      'Set MIROIR_URL to the public address: which one the site believes can be asked only while it runs.',
    )
  const direct = await askOrigin(url)
  const believesProxies = (await askOrigin(url, asProxy)) === 'https://proxy.example'
  const next = 'Set MIROIR_URL to the public address'
  return believesProxies
    ? warning(
        'proxy',
        `Asked directly, the site believes to be ${direct}; of a proxy on this machine it believes what that says. ${next}, and links in invitations work elsewhere, too.`,
      )
    : warning(
        'proxy',
        `The site believes to be ${direct}, whatever a proxy on this machine says. ${next}, or name the proxy in MIROIR_TRUSTED_PROXIES.`,
      )
}

async function lookAtPublicUrl(publicUrl: string): Promise<Finding> {
  const isSecure = publicUrl.startsWith('https:')
  const believed = await askOrigin(publicUrl)
  if (believed === null) {
    return warning(
      'proxy',
      `MIROIR_URL is ${publicUrl}, where no site answers from here: check the proxy, the name and the certificate.`,
    )
  }
  if (believed !== publicUrl) {
    return warning(
      'proxy',
      `MIROIR_URL is ${publicUrl}, but the site that answers there believes to be ${believed}: it runs with other settings.`,
    )
  }
  return isSecure
    ? fine('proxy', `The site believes to be ${publicUrl}, and answers there.`)
    : warning(
        'proxy',
        `The site believes to be ${publicUrl}, and answers there, but answers travel unprotected: have a proxy end TLS, and set MIROIR_URL to https.`,
      )
}
