import { figureStatuses, qualifiers, timeFrames } from '@/lib/comparison/figures'
import { modes } from '@/lib/comparison/waves'
import { plain } from '../plain'

/** A set of words that a cell may have: ids, and for each what tables write instead. */
export interface Choice<Id extends string> {
  readonly ids: readonly Id[]
  readonly byName: ReadonlyMap<string, Id>
}

const choice = <Id extends string>(
  ids: readonly Id[],
  names: Readonly<Record<Id, readonly string[]>>,
): Choice<Id> => ({
  ids,
  byName: new Map(ids.flatMap((id) => [id, ...names[id]].map((name) => [plain(name), id] as const))),
})

export const choices = {
  qualifier: choice(qualifiers, {
    exact: ['exacte', 'précis'],
    about: ['environ', 'env.', 'à peu près', 'nearly', 'approximately', 'approx.'],
    more_than: ['plus de', 'more than', 'over'],
  }),
  status: choice(figureStatuses, {
    published: ['publié', 'publiée', 'valide', 'valid'],
    disputed: ['contesté', 'contestée', 'discuté'],
    superseded: ['remplacé', 'remplacée', 'replaced', 'obsolète'],
  }),
  time_frame: choice(timeFrames, {
    now: ['actuellement', 'actuel', 'aujourd’hui', 'currently', 'current'],
    ever: ['déjà', 'au cours de la vie', 'déjà eu', 'lifetime'],
    unclear: ['incertain', 'imprécis', 'pas clair', 'unknown'],
  }),
  mode: choice(modes, {
    online: ['en ligne', 'internet', 'web', 'cawi', 'online panel'],
    telephone: ['téléphone', 'par téléphone', 'phone', 'cati'],
    face_to_face: ['face à face', 'en face à face', 'face to face', 'capi', 'domicile'],
    paper: ['papier', 'postal', 'courrier', 'auto-administré papier', 'mail'],
    mixed: ['mixte', 'multimode', 'mixed mode'],
  }),
}
