import { type Motif, motifOf } from '#artwork/drawArtwork.ts'

type Placed = { endpointId: string; date: string; family: string; category: string }

/**
 * The order of a listing: newest first. Within a release families stay together and take turns by what they make, so that
 * a page shows some of everything; of those that make the same the larger come first.
 */
export function inCatalogueOrder<One extends Placed>(endpoints: One[]): One[] {
  const turnsTaken = new Map<string, number>()
  return familiesOf(endpoints)
    .toSorted((a, b) => b.members.length - a.members.length || compare(a.family, b.family))
    .map(({ date, members }) => {
      const makes = mostMade(members)
      const turn = turnsTaken.get(`${date} ${makes}`) ?? 0
      turnsTaken.set(`${date} ${makes}`, turn + 1)
      return { date, turn, makes, members }
    })
    .toSorted(
      (a, b) =>
        compare(b.date, a.date) || a.turn - b.turn || MOTIFS.indexOf(a.makes) - MOTIFS.indexOf(b.makes),
    )
    .flatMap(({ members }) => members.toSorted(inFamily))
}

/** By code point, so that the result is the same everywhere. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function familiesOf<One extends Placed>(endpoints: One[]) {
  const families = new Map<string, { date: string; family: string; members: One[] }>()
  for (const one of endpoints) {
    const { date, family } = one
    const known = families.get(`${date} ${family}`) ?? { date, family, members: [] }
    known.members.push(one)
    families.set(`${date} ${family}`, known)
  }
  return [...families.values()]
}

/** In the order of their turns. */
const MOTIFS: Motif[] = ['image', 'video', 'audio', '3d', 'text', 'training']

/** A family's trainers count only where it has nothing else. */
function mostMade(members: Placed[]): Motif {
  const made = members.map(({ category }) => motifOf(category))
  const count = (motif: Motif) =>
    motif === 'training' ? 0.5 : made.filter((other) => other === motif).length
  return MOTIFS.reduce((most, motif) => (count(motif) > count(most) ? motif : most))
}

function inFamily(a: Placed, b: Placed): number {
  return (
    Number(a.category === 'training') - Number(b.category === 'training') ||
    compare(a.endpointId, b.endpointId)
  )
}
