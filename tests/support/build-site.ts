import { build, isBuildFresh } from '@/server/build'

/** The browser tests run against the site as it is served: built once, before they start. */
export default async function buildSite(): Promise<void> {
  const root = process.cwd()
  if (!isBuildFresh(root) && !(await build(root))) throw new Error('the site could not be built')
}
