import type { Lugar } from '@conoceles/domain/lugar'
import type { Contienda, Nombrado, Proceso, Territorio } from '../../api-types.ts'

/** Contiendas of a voter, worked out on the device from the public territory. */
export type Boleta = { status: 'unknown' } | KnownBoleta

export interface KnownBoleta {
  status: 'known'
  municipio: Proceso['municipios'][number]
  /** Null while the municipio has several and nobody chose. */
  distrito: Nombrado | null
  distritos: Nombrado[]
  /** Some contienda of this voter depends on a district that nobody chose. */
  faltaDistrito: boolean
  sistemasNormativos: boolean
  contiendas: Contienda[]
}

interface BoletaData {
  lugar: Lugar
  territorio: Territorio
  contiendas: readonly Contienda[]
  proceso: Proceso
}

/** The boleta of a place; `unknown` when the section or the municipio is not of this entidad. */
export function resolveBoleta({ lugar, territorio, contiendas, proceso }: BoletaData): Boleta {
  const { municipio, distritos } = placeOf({ lugar, territorio, proceso })
  if (!municipio) return { status: 'unknown' }

  const distrito = (distritos.length === 1 ? distritos[0] : distritos.find(({ clave }) => clave === lugar.distrito)) ?? null
  const dependen = contiendas.filter((contienda) => distritos.some(({ clave }) => clave === contienda.distrito))
  return {
    status: 'known',
    municipio,
    distrito,
    distritos,
    faltaDistrito: distrito === null && dependen.length > 0,
    sistemasNormativos: municipio.regimen === 'sistemas_normativos',
    contiendas: inBallotOrder(
      contiendas.filter((contienda) => isVoted(contienda, municipio, distrito)),
      proceso,
    ),
  }
}

/** Municipio and districts of a place; no municipio where the section or the municipio is not of this entidad. */
function placeOf({ lugar, territorio, proceso }: Omit<BoletaData, 'contiendas'>): {
  municipio?: Proceso['municipios'][number]
  distritos: Nombrado[]
} {
  const find = (wanted?: string) => proceso.municipios.find(({ clave }) => clave === wanted)
  if (lugar.seccion !== undefined) {
    const [first, ...claves] = territorio.secciones[lugar.seccion] ?? []
    return { municipio: find(first), distritos: byClave(proceso.distritos, claves) }
  }
  const municipio = find(lugar.municipio)
  return { municipio, distritos: municipio ? distritosOf({ municipio, territorio, proceso }) : [] }
}

/**
 * Whether a number may once have been a section of the entidad: it lies between the known ones. Valid credenciales still carry numbers of sections
 * that were merged or divided.
 */
export function isInRange(seccion: string, { secciones }: Territorio): boolean {
  const known = Object.keys(secciones).map(Number)
  return Number(seccion) >= Math.min(...known) && Number(seccion) <= Math.max(...known)
}

/** Any of the entidad while the proceso has no sections: only they say which districts a municipio has. */
function distritosOf(data: { municipio: Nombrado; territorio: Territorio; proceso: Proceso }): Nombrado[] {
  if (data.proceso.sinSecciones) return data.proceso.distritos
  const claves = Object.values(data.territorio.secciones)
    .filter(([municipio]) => municipio === data.municipio.clave)
    .flatMap(([, distrito]) => distrito ?? [])
  return byClave(data.proceso.distritos, claves)
}

function byClave(all: readonly Nombrado[], claves: readonly string[]): Nombrado[] {
  const wanted = new Set(claves)
  return all.filter(({ clave }) => wanted.has(clave))
}

function isVoted(contienda: Contienda, municipio: Nombrado, distrito: Nombrado | null): boolean {
  if (contienda.municipio) return contienda.municipio === municipio.clave
  if (contienda.distrito) return contienda.distrito === distrito?.clave
  return true
}

function inBallotOrder(contiendas: readonly Contienda[], { cargos }: Proceso): Contienda[] {
  const order = new Map(cargos.map(({ clave }, index) => [clave, index]))
  const last = cargos.length
  return [...contiendas].sort((one, other) => (order.get(one.cargo) ?? last) - (order.get(other.cargo) ?? last))
}
