import type { CargoPack, ContiendaPack, PostulacionPack, ProcesoPack } from '@conoceles/domain'
import type { Random } from './random.ts'

/** One place of a postulación: a propietaria and, where the cargo has one, her suplente. */
export interface Formula {
  cargo: CargoPack
  contienda: ContiendaPack
  postulacion: PostulacionPack
  numero: number
  conSuplente: boolean
}

interface List {
  cargo: CargoPack
  contienda: ContiendaPack
  postulacion: PostulacionPack
  length: number
  lastWithoutSuplente: boolean
}

/**
 * Fórmulas that hold exactly `total` personas. Every postulación is complete at first. Too many: the lists of municipios get shorter,
 * those that are fullest first. Too few: the lists of the whole entidad get longer.
 */
export function planFormulas({ pack, total, random }: { pack: ProcesoPack; total: number; random: Random }): Formula[] {
  const lists = completeLists(pack)
  const excess = lists.reduce((sum, list) => sum + personasOf(list), 0) - total
  if (excess > 0) shorten(random.shuffle(lists), excess)
  if (excess < 0) lengthen(lists, -excess)
  return lists.flatMap(({ length, lastWithoutSuplente, ...place }) =>
    Array.from({ length }, (_, index) => ({
      ...place,
      numero: index + 1,
      conSuplente: place.cargo.conSuplente && !(lastWithoutSuplente && index === length - 1),
    })),
  )
}

function completeLists(pack: ProcesoPack): List[] {
  const cargos = new Map(pack.cargos.map((cargo) => [cargo.clave, cargo]))
  const contiendas = new Map(pack.contiendas.map((contienda) => [contienda.clave, contienda]))
  return pack.postulaciones.map((postulacion) => {
    const contienda = contiendas.get(postulacion.contienda)
    const cargo = cargos.get(contienda?.cargo ?? '')
    if (!contienda || !cargo) throw new Error(`postulación to an unknown contienda: ${postulacion.contienda}`)
    return { cargo, contienda, postulacion, length: contienda.lugares, lastWithoutSuplente: false }
  })
}

function personasOf({ cargo, length }: List): number {
  return cargo.conSuplente ? length * 2 : length
}

function shorten(lists: List[], excess: number): void {
  const flexible = lists.filter(({ cargo, contienda }) => cargo.demarcacion === 'municipio' && contienda.lugares > 1)
  let left = excess
  while (left > 0) {
    const fullest = flexible.filter(({ length }) => length > 1).reduce<List | null>(fuller, null)
    if (!fullest) throw new Error('las postulaciones del paquete no caben en tan pocas personas. Suba «personas» en paquete.json.')
    if (left === 1 && fullest.cargo.conSuplente) {
      fullest.lastWithoutSuplente = true
      return
    }
    fullest.length -= 1
    left -= fullest.cargo.conSuplente ? 2 : 1
  }
}

function fuller(best: List | null, list: List): List {
  return best && best.length / best.contienda.lugares >= list.length / list.contienda.lugares ? best : list
}

function lengthen(lists: List[], lack: number): void {
  const flexible = lists.filter(({ cargo, contienda }) => cargo.demarcacion === 'entidad' && contienda.lugares > 1)
  let left = lack
  for (let turn = 0; left > 0; turn += 1) {
    const list = flexible[turn % flexible.length]
    if (!list)
      throw new Error(
        'en las postulaciones del paquete caben menos personas, y ninguna lista puede crecer. Baje «personas» en paquete.json.',
      )
    list.length += 1
    list.lastWithoutSuplente = left === 1 && list.cargo.conSuplente
    left -= list.cargo.conSuplente && left > 1 ? 2 : 1
  }
}
