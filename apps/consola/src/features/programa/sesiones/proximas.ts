interface Fechada {
  fecha: string
  hora: string | null
  estatus: string
}

const POR_CELEBRAR = ['programada', 'convocada', 'diferida']

/** Sesiones that are still to be held from a day on, the next first; and the others, in the order in which they came. */
export function separar<T extends Fechada>(sesiones: readonly T[], hoy: string | null): { proximas: T[]; pasadas: T[] } {
  if (hoy === null) return { proximas: [], pasadas: [...sesiones] }
  const comes = ({ estatus, fecha }: T) => POR_CELEBRAR.includes(estatus) && fecha >= hoy
  const when = ({ fecha, hora }: T) => `${fecha} ${hora ?? '99'}`
  return {
    proximas: sesiones.filter(comes).toSorted((one, other) => when(one).localeCompare(when(other))),
    pasadas: sesiones.filter((each) => !comes(each)),
  }
}
