import { isInstrumentVersion, wasAsked } from '@/lib/instrument/versions'
import { createResponsePacker, type PackResponse } from '@/lib/records/response-packer'

/** Reads responses of one version of the questionnaire. */
export interface VersionPacker {
  /** Tells the versions that were met apart: from 0, in the order in which they came. */
  readonly number: number
  readonly pack: PackResponse
}

/** Packers of responses by the version of the questionnaire that their people answered, each made once. */
export function createVersionPackers(): { readonly of: (version: string) => VersionPacker | null } {
  const packers = new Map<string, VersionPacker>()
  return {
    of: (version) => {
      if (!isInstrumentVersion(version)) return null
      const known = packers.get(version)
      if (known) return known
      const pack = createResponsePacker((item) => wasAsked(item, version))
      const packer = { number: packers.size, pack }
      packers.set(version, packer)
      return packer
    },
  }
}
