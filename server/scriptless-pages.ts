import type { ServerResponse } from 'node:http'
import { embedAddress, figurePageAddress } from '@/lib/i18n/data-addresses'
import { scriptlessPolicy } from './content-security-policy'

const pathOf = (url: string) => url.split('?', 1)[0] ?? ''

/** Whether other sites may show what is at an address in pages of theirs. */
export const isEmbed = (url: string): boolean => embedAddress.test(pathOf(url))

/** Whether the page at an address is one to read, in which nothing runs. */
export const isScriptless = (url: string): boolean => isEmbed(url) || figurePageAddress.test(pathOf(url))

/** What a browser would run, or fetch in order to run it; data in a script's clothes stay. */
const scripts = /<script\b(?![^>]*\stype="application\/ld\+json")[^>]*>.*?<\/script>/gs
const scriptLinks = /<link\b(?=[^>]*\s(?:as="script"|rel="modulepreload"))[^>]*>/g

/** A page without the scripts that the framework puts into every page. */
export const withoutScripts = (html: string): string =>
  html.replaceAll(scripts, '').replaceAll(scriptLinks, '')

/** The Content-Security-Policy of a page in which nothing runs. */
export const policyOf = (url: string): string => scriptlessPolicy(isEmbed(url) ? '*' : "'none'")

/** Lets pages of any site show an answer in a frame. The policy of the answer has to do so too. */
export function allowFraming(response: ServerResponse): void {
  response.removeHeader('X-Frame-Options')
  response.removeHeader('Cross-Origin-Opener-Policy')
  // A page that asks all its parts for consent (`Cross-Origin-Embedder-Policy`) has that of this one.
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
}
