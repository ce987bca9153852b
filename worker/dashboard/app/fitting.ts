/** As wide as the button of the menu may become, with two digits beside its name. Pixels. */
export const menuWidth = 112

/**
 * Which tabs stand in a row of `room` pixels, in the order given; the lowest rank stays longest. Where not all fit, or where the menu
 * is there anyway, its button takes its part of the room.
 */
export const fitting = (tabs: readonly { rank: number; width: number }[], room: number, menuAnyway: boolean): boolean[] => {
  const all = tabs.reduce((sum, { width }) => sum + width, 0)
  if (all <= room - (menuAnyway ? menuWidth : 0)) return tabs.map(() => true)
  let left = room - menuWidth
  const stays = new Set<number>()
  for (const { rank, width } of [...tabs].sort((one, other) => one.rank - other.rank)) {
    left -= width
    // The first that does not fit ends it: a less important page never takes its place.
    if (left < 0) break
    stays.add(rank)
  }
  return tabs.map(({ rank }) => stays.has(rank))
}
