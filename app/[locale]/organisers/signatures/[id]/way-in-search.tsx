import { SignatureWay } from '#components/organisers/signatures/SignatureWay.tsx'
import type { Neighbour, Neighbours } from '#lib/moderation/find-neighbours.ts'
import { filtersOf, isEveryone, queryOf, type TableQuery } from '#lib/signatures/filters/filters.ts'
import type { Messages } from '#lib/text/messages.ts'

type WayInSearchProps = {
  id: string
  /** Address of the table. */
  room: string
  query: TableQuery
  neighbours: Neighbours
  words: Messages['organisers']['signatures']
}

/** Back to the row of the search that led here, and on to its neighbours. */
export function WayInSearch({ id, room, query, neighbours, words }: WayInSearchProps) {
  const { detail } = words
  const hrefOf = (neighbour: Neighbour | null) =>
    neighbour && `${room}/${neighbour.id}${queryOf(neighbour.query)}`
  return (
    <SignatureWay
      back={{
        href: `${room}${queryOf(query)}#signature-${id}`,
        name: isEveryone(filtersOf(query)) ? detail.back : detail.backToSearch,
      }}
      previousHref={hrefOf(neighbours.previous)}
      nextHref={hrefOf(neighbours.next)}
      words={detail}
    />
  )
}
