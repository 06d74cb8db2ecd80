import type { Lugar } from './lugar.ts'
import type { FormaMarcar } from './pack.ts'

interface Nombrado {
  clave: string
  nombre: string
}

interface Municipio extends Nombrado {
  regimen: string | null
}

/** A contienda as the public world tells it. */
export interface ContiendaVotada {
  clave: string
  cargo: string
  cargoNombre: string
  lugar: string
  distrito: string | null
  municipio: string | null
  comunidad: string | null
  candidaturas: number
}

/** Catalogues of the proceso that a ballot follows from. */
interface Catalogos {
  cargos: readonly { clave: string }[]
  distritos: readonly Nombrado[]
  municipios: readonly Municipio[]
  sinSecciones?: boolean
}

/** Section → its municipio and its districts. */
interface Territorio {
  secciones: Readonly<Record<string, readonly string[]>>
}

/** Contiendas of a voter, worked out on the device from the public territory. */
export type Boleta = { status: 'unknown' } | KnownBoleta

export interface KnownBoleta {
  status: 'known'
  municipio: Municipio
  /** Null while the municipio has several and nobody chose. */
  distrito: Nombrado | null
  distritos: Nombrado[]
  /** Some contienda of this voter depends on a district that nobody chose. */
  faltaDistrito: boolean
  sistemasNormativos: boolean
  contiendas: ContiendaVotada[]
}

interface BoletaData {
  lugar: Lugar
  territorio: Territorio
  contiendas: readonly ContiendaVotada[]
  proceso: Catalogos
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
  municipio?: Municipio
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
function distritosOf(data: { municipio: Nombrado; territorio: Territorio; proceso: Catalogos }): Nombrado[] {
  if (data.proceso.sinSecciones) return [...data.proceso.distritos]
  const claves = Object.values(data.territorio.secciones)
    .filter(([municipio]) => municipio === data.municipio.clave)
    .flatMap(([, distrito]) => distrito ?? [])
  return byClave(data.proceso.distritos, claves)
}

function byClave(all: readonly Nombrado[], claves: readonly string[]): Nombrado[] {
  const wanted = new Set(claves)
  return all.filter(({ clave }) => wanted.has(clave))
}

function isVoted(contienda: ContiendaVotada, municipio: Nombrado, distrito: Nombrado | null): boolean {
  if (contienda.municipio) return contienda.municipio === municipio.clave
  if (contienda.distrito) return contienda.distrito === distrito?.clave
  return true
}

function inBallotOrder(contiendas: readonly ContiendaVotada[], { cargos }: Catalogos): ContiendaVotada[] {
  const order = new Map(cargos.map(({ clave }, index) => [clave, index]))
  const last = cargos.length
  return [...contiendas].sort((one, other) => (order.get(one.cargo) ?? last) - (order.get(other.cargo) ?? last))
}

/** One paper ballot of a voter: the cargos that she elects on its front, and the lists on its back. */
export interface Hoja {
  clave: string
  nombre: string
  comoSeVota: readonly string[]
  /** How an alliance looks on it; null where nothing is said. */
  alianza: string | null
  /** How it is marked; null: nothing is said, and nobody practises on it. */
  seMarca: FormaMarcar | null
  /** Legal day on which it was printed; null while nobody said it. */
  impresa: string | null
  frente: ContiendaVotada[]
  reverso: ContiendaVotada[]
}

/** A paper ballot as the proceso describes it: claves of the cargos on its front and on its back. */
interface BoletaImpresa extends Omit<Hoja, 'frente' | 'reverso'> {
  frente: string[]
  reverso: string[]
}

/**
 * Sheets in the order of the ballots. A contienda that no ballot names has a sheet of its own. So has each comunidad: a voter marks the sheet of
 * the one where she lives, and of no other.
 */
export function hojasOf(contiendas: readonly ContiendaVotada[], boletas: readonly BoletaImpresa[]): Hoja[] {
  const ofCargos = (cargos: readonly string[]) => cargos.flatMap((cargo) => contiendas.filter((each) => each.cargo === cargo))
  const printed = new Set(boletas.flatMap(({ frente, reverso }) => [...frente, ...reverso]))
  const sheets = boletas.map(({ frente, reverso, ...boleta }) => ({ ...boleta, frente: ofCargos(frente), reverso: ofCargos(reverso) }))
  const own = contiendas
    .filter(({ cargo }) => !printed.has(cargo))
    .map((contienda) => ({
      clave: contienda.clave,
      nombre: contienda.cargoNombre,
      comoSeVota: [],
      alianza: null,
      seMarca: null,
      impresa: null,
      frente: [contienda],
      reverso: [],
    }))
  return [...sheets, ...own].flatMap(byComunidad)
}

/** Clave of the comunidad that elects on a sheet; null where every voter of the place gets it. */
export function comunidadOf({ frente, reverso }: Hoja): string | null {
  return [...frente, ...reverso][0]?.comunidad ?? null
}

/** The sheet whose front depends on the district. */
export function hojaPorDistrito(hojas: readonly Hoja[]): Hoja | undefined {
  return hojas.find(({ frente }) => frente.length === 0 || frente.some(({ distrito }) => distrito !== null))
}

/** None of a sheet on which nothing is elected here. */
function byComunidad(hoja: Hoja): Hoja[] {
  const lugares = new Map([...hoja.frente, ...hoja.reverso].map(({ comunidad, lugar }) => [comunidad, lugar]))
  return [...lugares].map(([comunidad, lugar]) => ({
    ...hoja,
    ...(comunidad !== null && { clave: `${hoja.clave}-${comunidad}`, nombre: `${hoja.nombre}, ${lugar}` }),
    frente: hoja.frente.filter((each) => each.comunidad === comunidad),
    reverso: hoja.reverso.filter((each) => each.comunidad === comunidad),
  }))
}
