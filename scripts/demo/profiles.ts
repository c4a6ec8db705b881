import { items, type CatalogueItem } from '@/lib/instrument/catalogue'
import { isShown } from '@/lib/instrument/visibility'
import { choicesOf, type Choice } from './choices'
import { rake } from './rake'
import type { Target } from './targets'

/** Whether an item says who the person is and what the person uses: populations and conditions read no other. */
export function isOfProfile(item: CatalogueItem): boolean {
  return item.theme === null || item.theme === 'usage'
}

const profileItems = items.filter(isOfProfile)
const profileIds = new Set<string>(profileItems.map(({ id }) => id))

function everyProfile(): readonly Choice[] {
  let profiles: readonly Choice[] = [{ answers: {}, weight: 1 }]
  for (const item of profileItems) {
    const choices = choicesOf(item, {})
    profiles = profiles.flatMap((profile) =>
      isShown(item, profile.answers)
        ? choices.map(({ answers, weight }) => ({
            answers: { ...profile.answers, ...answers },
            weight: profile.weight * weight,
          }))
        : [profile],
    )
  }
  return profiles
}

/** Every way of being someone who uses some tools and not others, as likely as the targets about that say. */
export function likelyProfiles(targets: readonly Target[]): readonly Choice[] {
  const profiles = everyProfile()
  const about = targets.filter(({ isTrue }) => isTrue.reads.every((id) => profileIds.has(id)))
  const weights = rake(profiles, [{ start: 0, end: profiles.length }], about)
  return profiles.map(({ answers }, index) => ({ answers, weight: weights[index] ?? 0 }))
}
