/** Who said something, and when. */
export interface Said {
  by: string
  /** The name is for coordinators and admins only. */
  nameHidden?: true
  at: number
}
