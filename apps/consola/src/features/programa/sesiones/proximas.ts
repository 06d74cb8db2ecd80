interface Fechada {
  organo: { clave: string }
  tipo: string
  fecha: string
  hora: string | null
  estatus: string
}

const POR_CELEBRAR = ['programada', 'convocada', 'diferida']

/** Place in the chain of one day: a document goes through the reunión de trabajo, the Comisión and then the Pleno. */
function lugarEnCadena({ organo, tipo }: Pick<Fechada, 'organo' | 'tipo'>): number {
  if (tipo === 'reunion_trabajo') return 0
  return organo.clave === 'pleno' ? 2 : 1
}

/** Sesiones that are still to be held from a day on, the next first; and the others, in the order in which they came. */
export function separar<T extends Fechada>(sesiones: readonly T[], hoy: string | null): { proximas: T[]; pasadas: T[] } {
  if (hoy === null) return { proximas: [], pasadas: [...sesiones] }
  const comes = ({ estatus, fecha }: T) => POR_CELEBRAR.includes(estatus) && fecha >= hoy
  const when = (each: T) => `${each.fecha} ${lugarEnCadena(each)} ${each.hora ?? '99'}`
  return {
    proximas: sesiones.filter(comes).toSorted((one, other) => when(one).localeCompare(when(other))),
    pasadas: sesiones.filter((each) => !comes(each)),
  }
}
