import type { FilaIndice } from '@conoceles/domain/consulta'
import { parseLugar, type Lugar } from '@conoceles/domain/lugar'
import type { Contienda, Corte, Fila, Proceso, Territorio } from '../../api-types.ts'
import { toFila } from '../../shared/lista/fila.ts'
import type { IndiceLeido } from '../../shared/lista/useIndice.ts'
import { isInRange, resolveBoleta, type Boleta } from '@conoceles/domain/boleta'

/** Name under which a page brings the boleta that its address asks for. */
export const BOLETA_PATH = '/publico/indice#boleta'

/** Row of a boleta, with no more than it shows. */
type FilaBoleta = Partial<Omit<FilaIndice, 'contienda'>> & Pick<FilaIndice, 'id' | 'nombre' | 'actor' | 'calidad' | 'numero'>

/** A boleta as a page comes with it, instead of territory and index. */
export interface BoletaRendida {
  lugar: Lugar
  boleta: Boleta
  /** Whether a number that no section has may have had one. */
  enRango: boolean
  /** Rows by the clave of their contienda, in the order of the day. */
  filas: Record<string, FilaBoleta[]>
  corte: Corte
}

/** Competitors of each contienda, by its clave, in the order of the day. */
export type Competidores = Readonly<Record<string, readonly Fila[]>>

/** Part of the index that a boleta needs. */
type LeidoBoleta = Pick<IndiceLeido, 'filas' | 'orden'> & { indice: { corte: Corte } }

interface Datos {
  leido: LeidoBoleta
  proceso: Proceso
  territorio: Territorio
  contiendas: readonly Contienda[]
}

/** The boleta that an address asks for; null where it names no place. */
export function boletaDelIndice({ leido, ...data }: Datos, consulta: string): BoletaRendida | null {
  const lugar = parseLugar(consulta)
  if (!lugar) return null
  const boleta = resolveBoleta({ ...data, lugar })
  const contiendas = boleta.status === 'known' ? boleta.contiendas : []
  const filas = Object.fromEntries(
    [...rowsOf(contiendas, leido)].map(([clave, own]) => [clave, own.map((fila) => shownOf(fila, data.proceso))]),
  )
  return { lugar, boleta, enRango: isInRange(lugar.seccion ?? '', data.territorio), filas, corte: leido.indice.corte }
}

/** From the index of the device: no request names a place. */
export function competidoresDe(contiendas: readonly Contienda[], leido: Omit<LeidoBoleta, 'indice'>, proceso: Proceso): Competidores {
  return Object.fromEntries([...rowsOf(contiendas, leido)].map(([clave, filas]) => [clave, filas.map((fila) => toFila(fila, proceso))]))
}

/** The same of a boleta that came with its page. */
export function competidoresRendidos({ boleta, filas }: BoletaRendida, proceso: Proceso): Competidores {
  const contiendas = boleta.status === 'known' ? boleta.contiendas : []
  return Object.fromEntries(
    contiendas.map((contienda) => [
      contienda.clave,
      (filas[contienda.clave] ?? []).map((fila) => toFila({ ...UNSAID, ...fila, contienda }, proceso)),
    ]),
  )
}

function rowsOf(contiendas: readonly Contienda[], { filas, orden }: Omit<LeidoBoleta, 'indice'>): Map<string, FilaIndice[]> {
  const rows = new Map(contiendas.map(({ clave }): [string, FilaIndice[]] => [clave, []]))
  for (const row of orden) {
    const fila = filas[row]
    if (fila) rows.get(fila.contienda.clave)?.push(fila)
  }
  return rows
}

const UNSAID = {
  apodo: null,
  otros: [] as string[],
  temas: [] as string[],
  partidoOrigen: null,
  estatus: 'aprobada',
  sexo: null,
  edad: null,
  escolaridad: null,
  accionAfirmativa: null,
  reserva: null,
  conPropuestas: false,
  conFotografia: false,
  salida: null,
} as const satisfies Partial<FilaIndice>

function shownOf(
  { id, nombre, actor, calidad, numero, apodo, otros, estatus, reserva, conPropuestas, conFotografia, salida }: FilaIndice,
  { actoresPoliticos }: Proceso,
): FilaBoleta {
  const isAlianza = actoresPoliticos.find(({ clave }) => clave === actor)?.tipo === 'alianza'
  return {
    ...{ id, nombre, actor, calidad, numero },
    ...(apodo !== null && { apodo }),
    ...(isAlianza && { otros }),
    ...(estatus !== UNSAID.estatus && { estatus, salida }),
    ...(reserva !== null && { reserva }),
    ...(conPropuestas && { conPropuestas }),
    ...(conFotografia && { conFotografia }),
  }
}
